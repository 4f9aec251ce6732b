-- p1 = "acme"
-- p2 = "2026-02-28"
-- p3 = 1772380800000
-- p4 = "2026-03-09"
-- p5 = 1772985600000
-- p6 = ["own"]
-- p7 = "2026-02-21"
-- p8 = 1771776000000
-- p9 = "2026-03-02"
SELECT
  ifNull(m1, 0) AS inquiries,
  ifNull(b1, 0) AS `inquiries:previous`,
  ifNull(m2, 0) / nullIf(m3, 0) AS repurchaseRate,
  ifNull(b2, 0) / nullIf(b3, 0) AS `repurchaseRate:previous`
FROM (
  SELECT
    max(m1) AS m1,
    max(m2) AS m2,
    max(m3) AS m3,
    max(b1) AS b1,
    max(b2) AS b2,
    max(b3) AS b3
  FROM (
    SELECT
      toFloat64(countIf(inquired)) AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3,
      CAST(NULL, 'Nullable(Float64)') AS b1,
      CAST(NULL, 'Nullable(Float64)') AS b2,
      CAST(NULL, 'Nullable(Float64)') AS b3
    FROM fact_conversation_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p2:Date}
      AND started_at >= fromUnixTimestamp64Milli({p3:Int64})
      AND day <= {p4:Date}
      AND started_at < fromUnixTimestamp64Milli({p5:Int64})
      AND ownership IN {p6:Array(String)}
    UNION ALL
    SELECT
      CAST(NULL, 'Nullable(Float64)') AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      toFloat64(uniqExactIf(buyer_id, paid_at IS NOT NULL)) AS m3,
      CAST(NULL, 'Nullable(Float64)') AS b1,
      CAST(NULL, 'Nullable(Float64)') AS b2,
      CAST(NULL, 'Nullable(Float64)') AS b3
    FROM fact_order_line_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p2:Date}
      AND ordered_at >= fromUnixTimestamp64Milli({p3:Int64})
      AND day <= {p4:Date}
      AND ordered_at < fromUnixTimestamp64Milli({p5:Int64})
      AND ownership IN {p6:Array(String)}
    UNION ALL
    SELECT
      CAST(NULL, 'Nullable(Float64)') AS m1,
      toFloat64(count()) AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3,
      CAST(NULL, 'Nullable(Float64)') AS b1,
      CAST(NULL, 'Nullable(Float64)') AS b2,
      CAST(NULL, 'Nullable(Float64)') AS b3
    FROM (
      SELECT
        buyer_id AS member
      FROM fact_order_line_v1 FINAL
      WHERE tenant_id = {p1:String}
        AND NOT deleted
        AND day >= {p2:Date}
        AND ordered_at >= fromUnixTimestamp64Milli({p3:Int64})
        AND day <= {p4:Date}
        AND ordered_at < fromUnixTimestamp64Milli({p5:Int64})
        AND ownership IN {p6:Array(String)}
        AND (paid_at IS NOT NULL)
      GROUP BY member
      HAVING uniqExact((platform, order_id)) >= 2
    )
    UNION ALL
    SELECT
      CAST(NULL, 'Nullable(Float64)') AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3,
      toFloat64(countIf(inquired)) AS b1,
      CAST(NULL, 'Nullable(Float64)') AS b2,
      CAST(NULL, 'Nullable(Float64)') AS b3
    FROM fact_conversation_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p7:Date}
      AND started_at >= fromUnixTimestamp64Milli({p8:Int64})
      AND day <= {p9:Date}
      AND started_at < fromUnixTimestamp64Milli({p3:Int64})
      AND ownership IN {p6:Array(String)}
    UNION ALL
    SELECT
      CAST(NULL, 'Nullable(Float64)') AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3,
      CAST(NULL, 'Nullable(Float64)') AS b1,
      CAST(NULL, 'Nullable(Float64)') AS b2,
      toFloat64(uniqExactIf(buyer_id, paid_at IS NOT NULL)) AS b3
    FROM fact_order_line_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p7:Date}
      AND ordered_at >= fromUnixTimestamp64Milli({p8:Int64})
      AND day <= {p9:Date}
      AND ordered_at < fromUnixTimestamp64Milli({p3:Int64})
      AND ownership IN {p6:Array(String)}
    UNION ALL
    SELECT
      CAST(NULL, 'Nullable(Float64)') AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3,
      CAST(NULL, 'Nullable(Float64)') AS b1,
      toFloat64(count()) AS b2,
      CAST(NULL, 'Nullable(Float64)') AS b3
    FROM (
      SELECT
        buyer_id AS member
      FROM fact_order_line_v1 FINAL
      WHERE tenant_id = {p1:String}
        AND NOT deleted
        AND day >= {p7:Date}
        AND ordered_at >= fromUnixTimestamp64Milli({p8:Int64})
        AND day <= {p9:Date}
        AND ordered_at < fromUnixTimestamp64Milli({p3:Int64})
        AND ownership IN {p6:Array(String)}
        AND (paid_at IS NOT NULL)
      GROUP BY member
      HAVING uniqExact((platform, order_id)) >= 2
    )
  )
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
