-- p1 = "acme"
-- p2 = "2026-02-28"
-- p3 = 1772380800000
-- p4 = "2026-03-09"
-- p5 = 1772985600000
-- p6 = ["own"]
SELECT
  d1 AS platform,
  d2 AS shop,
  ifNull(m1, 0) AS inquiries,
  ifNull(m2, 0) AS paidAmount,
  ifNull(m3, 0) / nullIf(m2, 0) AS refundRateByAmount
FROM (
  SELECT
    d1 AS d1,
    d2 AS d2,
    max(m1) AS m1,
    max(m2) AS m2,
    max(m3) AS m3
  FROM (
    SELECT
      toString(platform) AS d1,
      toString(shop_id) AS d2,
      toFloat64(countIf(inquired)) AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3
    FROM fact_conversation_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p2:Date}
      AND started_at >= fromUnixTimestamp64Milli({p3:Int64})
      AND day <= {p4:Date}
      AND started_at < fromUnixTimestamp64Milli({p5:Int64})
      AND ownership IN {p6:Array(String)}
    GROUP BY d1, d2
    UNION ALL
    SELECT
      toString(platform) AS d1,
      toString(shop_id) AS d2,
      CAST(NULL, 'Nullable(Float64)') AS m1,
      toFloat64(sumIf(round((paid_amount) * 1000000), paid_at IS NOT NULL) / 1000000) AS m2,
      CAST(NULL, 'Nullable(Float64)') AS m3
    FROM fact_order_line_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p2:Date}
      AND ordered_at >= fromUnixTimestamp64Milli({p3:Int64})
      AND day <= {p4:Date}
      AND ordered_at < fromUnixTimestamp64Milli({p5:Int64})
      AND ownership IN {p6:Array(String)}
    GROUP BY d1, d2
    UNION ALL
    SELECT
      toString(platform) AS d1,
      toString(shop_id) AS d2,
      CAST(NULL, 'Nullable(Float64)') AS m1,
      CAST(NULL, 'Nullable(Float64)') AS m2,
      toFloat64(sumIf(round((amount) * 1000000), true) / 1000000) AS m3
    FROM fact_refund_v1 FINAL
    WHERE tenant_id = {p1:String}
      AND NOT deleted
      AND day >= {p2:Date}
      AND applied_at >= fromUnixTimestamp64Milli({p3:Int64})
      AND day <= {p4:Date}
      AND applied_at < fromUnixTimestamp64Milli({p5:Int64})
      AND ownership IN {p6:Array(String)}
    GROUP BY d1, d2
  )
  GROUP BY d1, d2
)
ORDER BY inquiries DESC NULLS LAST, platform, shop
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
