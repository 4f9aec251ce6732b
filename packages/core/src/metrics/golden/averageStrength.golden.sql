-- p1 = "acme"
-- p2 = "2026-02-28"
-- p3 = 1772380800000
-- p4 = "2026-03-09"
-- p5 = 1772985600000
-- p6 = ["own"]
SELECT
  m1 AS averageStrength
FROM (
  SELECT
    toFloat64(avgOrNullIf(round((strength) * 1000000), true) / 1000000) AS m1
  FROM fact_opinion_v1 FINAL
  WHERE tenant_id = {p1:String}
    AND NOT deleted
    AND day >= {p2:Date}
    AND occurred_at >= fromUnixTimestamp64Milli({p3:Int64})
    AND day <= {p4:Date}
    AND occurred_at < fromUnixTimestamp64Milli({p5:Int64})
    AND ownership IN {p6:Array(String)}
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
