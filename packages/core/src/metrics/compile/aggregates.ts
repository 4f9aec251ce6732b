import { sql, type Sql } from '../../access/sql/nodes.ts'
import type { Aggregate, Measure } from '../metric.ts'

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
      return sql`sumIf(${aggregate.of}, ${condition})`
    case 'mean':
      return sql`avgOrNullIf(${aggregate.of}, ${condition})`
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
