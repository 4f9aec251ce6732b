-- p1 = ["购买",""]
-- p2 = "acme"
-- p3 = "2026-02-28"
-- p4 = 1772380800000
-- p5 = "2026-03-09"
-- p6 = 1772985600000
-- p7 = ["own","competitor"]
-- p8 = ["晴川旗舰店"]
-- p9 = ["小禾"]
-- p10 = ["漏水"]
-- p11 = ["negative"]
-- p12 = ["客服部"]
SELECT
  d1 AS intent,
  ifNull(m1, 0) AS inquiries
FROM (
  SELECT
    arrayJoin(arrayFilter(item -> has({p1:Array(String)}, item), if(empty(intents), [''], arrayMap(item -> toString(item), intents)))) AS d1,
    toFloat64(countIf(inquired)) AS m1
  FROM fact_conversation_v1 FINAL
  WHERE tenant_id = {p2:String}
    AND NOT deleted
    AND day >= {p3:Date}
    AND started_at >= fromUnixTimestamp64Milli({p4:Int64})
    AND day <= {p5:Date}
    AND started_at < fromUnixTimestamp64Milli({p6:Int64})
    AND ownership IN {p7:Array(String)}
    AND (toString(shop_id) IN {p8:Array(String)} OR substring(shop_id, position(shop_id, '/') + 1) IN {p8:Array(String)})
    AND (hasAny(intents, {p1:Array(String)}) OR empty(intents))
    AND NOT (toString(agent_id) IN {p9:Array(String)} OR substring(agent_id, length(shop_id) + 2) IN {p9:Array(String)})
    AND conversation_id IN (
      SELECT
        subject_id AS mentioned
      FROM fact_opinion_v1 FINAL
      WHERE tenant_id = {p2:String}
        AND NOT deleted
        AND day >= {p3:Date}
        AND (toString(level3) IN {p10:Array(String)})
        AND (toString(multiIf(polarity > 0, 'positive', polarity < 0, 'negative', 'neutral')) IN {p11:Array(String)})
    )
    AND conversation_id NOT IN (
      SELECT
        subject_id AS mentioned
      FROM fact_opinion_v1 FINAL
      WHERE tenant_id = {p2:String}
        AND NOT deleted
        AND day >= {p3:Date}
        AND (toString(department) IN {p12:Array(String)})
    )
  GROUP BY d1
)
ORDER BY intent, inquiries DESC NULLS LAST
LIMIT 20
SETTINGS do_not_merge_across_partitions_select_final = 1
