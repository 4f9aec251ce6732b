export type PiiKind = 'phone' | 'idCard' | 'bankCard' | 'address' | 'email' | 'orderNumber'

/** Something to hide: offsets in the text it was found in, end exclusive. */
export interface Finding {
  start: number
  end: number
  kind: PiiKind
  /** What stands there instead. Masking a mask finds nothing, so masking twice changes nothing. */
  mask: string
}

/** A finding after masking: offsets in the masked text. */
export interface MaskSpan {
  start: number
  end: number
  kind: PiiKind
}

/** Half-width digits and Latin letters for their full-width forms; the length stays, so offsets stay. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) - 0xfee0))
}
