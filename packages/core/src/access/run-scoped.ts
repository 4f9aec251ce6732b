import type { FactStore, QueryOptions } from '../facts/ports.ts'
import type { Select } from './sql/nodes.ts'
import { renderStatement, type ScopedStatement } from './sql/render.ts'

/** What a read needs beside the scope that is already inside the select. */
export interface ReadContext {
  timezone: string
  signal?: AbortSignal
}

/** The only door from insight code to the fact store: it takes statements that carry their scope. */
export async function runScoped<R extends object>(
  facts: Pick<FactStore, 'query'>,
  statement: ScopedStatement,
  options: QueryOptions = {},
): Promise<R[]> {
  return facts.query<R>(statement, options)
}

export async function runSelect<R extends object>(
  facts: Pick<FactStore, 'query'>,
  select: Select,
  context: ReadContext,
): Promise<R[]> {
  return runScoped<R>(
    facts,
    renderStatement(select, context),
    context.signal ? { signal: context.signal } : {},
  )
}
