/** What a scanner tells while text streams through it. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/**
 * Cuts streamed XML into tags and texts. Knows only what spreadsheet parts need: no DTD, no entities but the five and
 * the numeric ones, so nothing hostile can expand.
 */
export class XmlScanner {
  private rest = ''
  private readonly handler: XmlHandler

  constructor(handler: XmlHandler) {
    this.handler = handler
  }

  push(piece: string): void {
    const text = this.rest + piece
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open === -1) break
      const close = tagEnd(text, open)
      if (close === -1) break
      if (open > at) this.handler.text(decodeEntities(text.slice(at, open)))
      this.tag(text.slice(open + 1, close))
      at = close + 1
    }
    this.rest = text.slice(at)
  }

  private tag(tag: string): void {
    const first = tag[0]
    if (first === '?') return
    if (first === '!') {
      if (tag.startsWith('![CDATA[')) this.handler.text(tag.slice(8, -2))
      return
    }
    if (first === '/') {
      this.handler.close(localName(tag.slice(1).trim()))
      return
    }
    const closed = tag.endsWith('/')
    const body = closed ? tag.slice(0, -1) : tag
    const space = body.search(/\s/)
    const name = localName(space === -1 ? body : body.slice(0, space))
    this.handler.open(name, space === -1 ? '' : body.slice(space))
    if (closed) this.handler.close(name)
  }
}

function tagEnd(text: string, open: number): number {
  if (!text.startsWith('<![CDATA[', open)) return text.indexOf('>', open)
  const end = text.indexOf(']]>', open)
  return end === -1 ? -1 : end + 2
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Value of one attribute in the text between a tag's name and its end; '' when it is not there. */
export function attribute(attributes: string, name: string): string {
  const start = attributes.indexOf(` ${name}="`)
  if (start === -1) return ''
  const from = start + name.length + 3
  const end = attributes.indexOf('"', from)
  return end === -1 ? '' : decodeEntities(attributes.slice(from, end))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named[body] ?? whole
    const code =
      body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
