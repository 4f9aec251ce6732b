import type { Pool } from 'pg'

interface CatalogueColumn {
  table_name: string
  column_name: string
  type: string
  not_null: boolean
}

/** Columns of our own tables as the server has them (the queue's live in a schema of their own). */
export async function catalogueColumns(pool: Pool): Promise<CatalogueColumn[]> {
  const { rows } = await pool.query<CatalogueColumn>(`
    SELECT c.relname AS table_name, a.attname AS column_name,
           format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum`)
  return rows
}

/** The whole layout as text, for a golden file: columns, constraints and indexes. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const columns = await catalogueColumns(pool)
  const { rows: constraints } = await pool.query<{ line: string }>(`
    SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY line`)
  const { rows: indexes } = await pool.query<{ indexdef: string }>(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef`,
  )
  const columnLines = columns.map(
    (column) =>
      `${column.table_name}.${column.column_name} ${column.type}${column.not_null ? ' not null' : ''}`,
  )
  return [
    ...columnLines,
    '',
    ...constraints.map(({ line }) => line),
    '',
    ...indexes.map(({ indexdef }) => indexdef),
    '',
  ].join('\n')
}
