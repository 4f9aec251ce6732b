import type { Route } from '@kesheng/contracts/http/route'
import { z } from 'zod'
import { accessText } from './openapi.ts'

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:72rem;padding:1rem 1.5rem 4rem}
h2{border-bottom:1px solid var(--line);margin-top:2.5rem}
details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
summary{cursor:pointer}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{background:var(--soft);border-radius:6px;overflow:auto;padding:.8rem}
.method{display:inline-block;font-weight:600;width:4.5rem}.access{opacity:.75}`

/** Documentation for people: one self-contained page, no script, nothing loaded from elsewhere. */
export function docsPage(routes: readonly Route[], version: string): string {
  const areas = [...new Set(routes.map(areaOf))]
  const sections = areas.map((area) =>
    section(
      area,
      routes.filter((route) => areaOf(route) === area),
    ),
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>客声 API ${escape(version)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head><body><main>
<h1>客声 Kesheng API <small>${escape(version)}</small></h1>
<p>机器可读的定义：<a href="/api/v1/openapi.json">openapi.json</a>（OpenAPI 3.1，由同一组 schema 生成）。
程序调用请带 <code>Authorization: Bearer ks_…</code>（设置 → API 密钥）；出错时返回 RFC 9457 问题说明与补救办法，
语言随 <code>Accept-Language</code>（zh、en）。</p>
<p>Programs send <code>Authorization: Bearer ks_…</code>. Errors are RFC 9457 problems that name the remedy.</p>
<pre>curl -X POST http://127.0.0.1:4700/api/v1/intake/reviews \\
  -H 'Authorization: Bearer ks_…' -H 'Idempotency-Key: 2026-11-01-0001' -H 'Content-Type: application/json' \\
  -d '{"source":"官网评价","rows":[{"text":"面霜很滋润","reviewedAt":"2026-11-01 10:00:00","score":5}]}'</pre>
${sections.join('\n')}
</main></body></html>`
}

function areaOf(route: Route): string {
  return route.id.split('.')[0] ?? route.id
}

function section(area: string, routes: readonly Route[]): string {
  return `<h2 id="${escape(area)}">${escape(area)}</h2>${routes.map(operation).join('')}`
}

function operation(route: Route): string {
  const parts = [
    schemaBlock('Path', route.params, 'input'),
    schemaBlock('Query', route.query, 'input'),
    schemaBlock('Body', route.body, 'input'),
    schemaBlock('200', route.response, 'output'),
  ]
  const produces = route.produces === undefined ? '' : `<p>200: <code>${escape(route.produces)}</code></p>`
  return `<details id="${escape(route.id)}"><summary><code class="method">${route.method}</code>
<code>${escape(route.path)}</code> · ${escape(route.summary)} <span class="access">(${escape(accessText(route.access))})</span></summary>
${parts.join('')}${produces}</details>`
}

function schemaBlock(title: string, schema: z.ZodType | undefined, io: 'input' | 'output'): string {
  if (!schema) return ''
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return `<h4>${title}</h4><pre>${escape(JSON.stringify(shape, null, 2))}</pre>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
