-- p1 = "acme"
-- p2 = "2026-02-28"
-- p3 = 1772380800000
-- p4 = "2026-03-09"
-- p5 = 1772985600000
-- p6 = ["own"]
SELECT
  ifNull(m1, 0) / nullIf(m2, 0) AS taobaoThreeMinuteReplyRate
FROM (
  SELECT
    toFloat64(sumIf(round((rounds_within180) * 1000000), timed AND rounds > 0 AND platform IN ('taobao', 'tmall') AND toHour(started_at, 'Asia/Shanghai') >= 8 AND toHour(started_at, 'Asia/Shanghai') < 24) / 1000000) AS m1,
    toFloat64(sumIf(round((rounds) * 1000000), timed AND rounds > 0 AND platform IN ('taobao', 'tmall') AND toHour(started_at, 'Asia/Shanghai') >= 8 AND toHour(started_at, 'Asia/Shanghai') < 24) / 1000000) AS m2
  FROM fact_conversation_v1 FINAL
  WHERE tenant_id = {p1:String}
    AND NOT deleted
    AND day >= {p2:Date}
    AND started_at >= fromUnixTimestamp64Milli({p3:Int64})
    AND day <= {p4:Date}
    AND started_at < fromUnixTimestamp64Milli({p5:Int64})
    AND ownership IN {p6:Array(String)}
)
LIMIT 1000
SETTINGS do_not_merge_across_partitions_select_final = 1
