import type { OpinionQuote } from '@kesheng/contracts/http/views'
import type { Scope } from '../access/scope.ts'
import { sql, text, type Sql } from '../access/sql/nodes.ts'
import type { FactStore } from '../facts/ports.ts'
import { loadOpinions } from './load-opinions.ts'
import type { Reading, ReadingContext } from './ports.ts'
import { ordered, searchRefs, type SearchRequest } from './search-page.ts'
import { searchTerms } from './text-search.ts'

/** Verbatims (原话): opinions by filters; words are looked for in the quoted span and the opinion's names. */
export async function searchOpinions(
  { facts }: { facts: Pick<FactStore, 'query'> },
  request: SearchRequest,
  scope: Scope,
  context: ReadingContext,
): Promise<{ total: number; items: OpinionQuote[] }> {
  const reading: Reading = { facts, scope, context }
  const orderBy = ordered('opinion', sql`occurred_at`, 'desc')
  const where = searchTerms(request.text).map(quotesOrNames)
  const { total, refs } = await searchRefs(reading, 'opinion', request, { where, orderBy })
  return { total, items: await loadOpinions(reading, refs) }
}

function quotesOrNames(term: string): Sql {
  const words = sql`concat(quote, ' ', level1, ' ', level2, ' ', level3, ' ', product_name)`
  return sql`positionCaseInsensitiveUTF8(${words}, ${text(term)}) > 0`
}
