/** `{role: 'agent', shopIds: ['jd/甲店']}` → `role: agent · shopIds: jd/甲店`; nested values as JSON. */
export function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${valueText(value)}`)
    .join(' · ')
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join('、') || '–'
  return JSON.stringify(value)
}
