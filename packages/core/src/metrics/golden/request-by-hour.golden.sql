-- p1 = "Asia/Shanghai"
-- p2 = "acme"
-- p3 = "2026-02-28"
-- p4 = 1772380800000
-- p5 = "2026-03-09"
-- p6 = 1772985600000
-- p7 = ["own"]
SELECT
  d0 AS time,
  ifNull(m1, 0) AS inquiries
FROM (
  SELECT
    toString(toUnixTimestamp(toStartOfHour(started_at, {p1:String}))) AS d0,
    toFloat64(countIf(inquired)) AS m1
  FROM fact_conversation_v1 FINAL
  WHERE tenant_id = {p2:String}
    AND NOT deleted
    AND day >= {p3:Date}
    AND started_at >= fromUnixTimestamp64Milli({p4:Int64})
    AND day <= {p5:Date}
    AND started_at < fromUnixTimestamp64Milli({p6:Int64})
    AND ownership IN {p7:Array(String)}
  GROUP BY d0
)
ORDER BY time, inquiries DESC NULLS LAST
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
