-- p1 = 100
-- p2 = "acme"
-- p3 = "2026-02-28"
-- p4 = 1772380800000
-- p5 = "2026-03-09"
-- p6 = 1772985600000
-- p7 = ["own"]
SELECT
  {p1:Float64} * ifNull(m1, 0) / nullIf(m2, 0) AS nps
FROM (
  SELECT
    toFloat64(sumIf(round((multiIf(score >= 9, 1, score <= 6, -1, 0)) * 1000000), question_kind = 'nps' AND score IS NOT NULL) / 1000000) AS m1,
    toFloat64(countIf(question_kind = 'nps' AND score IS NOT NULL)) AS m2
  FROM fact_survey_answer_v1 FINAL
  WHERE tenant_id = {p2:String}
    AND NOT deleted
    AND day >= {p3:Date}
    AND answered_at >= fromUnixTimestamp64Milli({p4:Int64})
    AND day <= {p5:Date}
    AND answered_at < fromUnixTimestamp64Milli({p6:Int64})
    AND ownership IN {p7:Array(String)}
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
