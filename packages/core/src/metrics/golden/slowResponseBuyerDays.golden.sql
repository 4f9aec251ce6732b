-- p1 = "Asia/Shanghai"
-- p2 = "acme"
-- p3 = "2026-02-28"
-- p4 = 1772380800000
-- p5 = "2026-03-09"
-- p6 = 1772985600000
-- p7 = ["own"]
SELECT
  ifNull(m1, 0) AS slowResponseBuyerDays
FROM (
  SELECT
    toFloat64(count()) AS m1
  FROM (
    SELECT
      (buyer_id, toDate(started_at, {p1:String})) AS member
    FROM fact_conversation_v1 FINAL
    WHERE tenant_id = {p2:String}
      AND NOT deleted
      AND day >= {p3:Date}
      AND started_at >= fromUnixTimestamp64Milli({p4:Int64})
      AND day <= {p5:Date}
      AND started_at < fromUnixTimestamp64Milli({p6:Int64})
      AND ownership IN {p7:Array(String)}
    GROUP BY member
    HAVING sum(slow_rounds) >= 3
  )
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
