import { sql, type Sql } from '../../access/sql/nodes.ts'
import type { Aggregate, Measure } from '../metric.ts'

/**
 * Sums of fractions depend on their order (144,794.99999999994 yuan instead of 144,795), and the order on the engine's
 * threads and merges. Counted in whole millionths they are exact up to nine billion: a figure is the same whenever and
 * wherever it is asked for.
 */
const millionths = (of: Sql): Sql => sql`round((${of}) * 1000000)`

/** A measure over the rows of its subject as one aggregate; NULL where nothing can be said. */
export function aggregateSql({ aggregate, where }: Measure): Sql {
  const condition = where ?? sql`true`
  return sql`toFloat64(${overRows(aggregate, condition)})`
}

function overRows(aggregate: Aggregate, condition: Sql): Sql {
  switch (aggregate.kind) {
    case 'count':
      return sql`countIf(${condition})`
    case 'distinct':
      return sql`uniqExactIf(${aggregate.key}, ${condition})`
    case 'sum':
      return sql`sumIf(${millionths(aggregate.of)}, ${condition}) / 1000000`
    case 'mean':
      return sql`avgOrNullIf(${millionths(aggregate.of)}, ${condition}) / 1000000`
    case 'maximum':
      return sql`maxOrNullIf(${aggregate.of}, ${condition})`
    case 'quantile':
      return sql`quantileExactInclusiveOrNullIf(${aggregate.level})(${aggregate.of}, ${condition})`
    case 'overlap':
      return sql`maxIntersectionsIf(${aggregate.start}, ${aggregate.end}, ${condition})`
    case 'groups':
      // Its part has one row per group that qualifies already.
      return sql`count()`
  }
}
