-- p1 = "Asia/Shanghai"
-- p2 = "acme"
-- p3 = "2026-02-28"
-- p4 = 1772380800000
-- p5 = "2026-03-09"
-- p6 = 1772985600000
-- p7 = ["own"]
SELECT
  d0 AS time,
  ifNull(m1, 0) AS inquirers,
  ifNull(m2, 0) AS repeatBuyers
FROM (
  SELECT
    d0 AS d0,
    max(m1) AS m1,
    max(m2) AS m2
  FROM (
    SELECT
      toString(toStartOfWeek(started_at, 1, {p1:String})) AS d0,
      toFloat64(uniqExactIf(buyer_id, inquired)) AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2
    FROM fact_conversation_v1 FINAL
    WHERE tenant_id = {p2:String}
      AND NOT deleted
      AND day >= {p3:Date}
      AND started_at >= fromUnixTimestamp64Milli({p4:Int64})
      AND day <= {p5:Date}
      AND started_at < fromUnixTimestamp64Milli({p6:Int64})
      AND ownership IN {p7:Array(String)}
    GROUP BY d0
    UNION ALL
    SELECT
      d0 AS d0,
      CAST(NULL, 'Nullable(Float64)') AS m1,
      toFloat64(count()) AS m2
    FROM (
      SELECT
        toString(toStartOfWeek(ordered_at, 1, {p1:String})) AS d0,
        buyer_id AS member
      FROM fact_order_line_v1 FINAL
      WHERE tenant_id = {p2:String}
        AND NOT deleted
        AND day >= {p3:Date}
        AND ordered_at >= fromUnixTimestamp64Milli({p4:Int64})
        AND day <= {p5:Date}
        AND ordered_at < fromUnixTimestamp64Milli({p6:Int64})
        AND ownership IN {p7:Array(String)}
        AND (paid_at IS NOT NULL)
      GROUP BY d0, member
      HAVING uniqExact((platform, order_id)) >= 2
    )
    GROUP BY d0
  )
  GROUP BY d0
)
ORDER BY time, inquirers DESC NULLS LAST
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
