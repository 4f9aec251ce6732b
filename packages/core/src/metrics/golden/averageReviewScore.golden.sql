-- p1 = "acme"
-- p2 = "2026-02-28"
-- p3 = 1772380800000
-- p4 = "2026-03-09"
-- p5 = 1772985600000
-- p6 = ["own"]
SELECT
  m1 AS averageReviewScore
FROM (
  SELECT
    toFloat64(avgOrNullIf(round((score) * 1000000), score IS NOT NULL) / 1000000) AS m1
  FROM fact_review_v1 FINAL
  WHERE tenant_id = {p1:String}
    AND NOT deleted
    AND day >= {p2:Date}
    AND reviewed_at >= fromUnixTimestamp64Milli({p3:Int64})
    AND day <= {p4:Date}
    AND reviewed_at < fromUnixTimestamp64Milli({p5:Int64})
    AND ownership IN {p6:Array(String)}
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
