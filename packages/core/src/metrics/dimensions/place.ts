import { evidenceSubjects } from '@kesheng/contracts/metrics/query'
import { sql } from '../../access/sql/nodes.ts'
import { dimension, on } from '../dimension.ts'

const everywhere = evidenceSubjects
const bareShop = sql`substring(shop_id, position(shop_id, '/') + 1)`
/** `<shop id>:<account>` without the shop; byte positions, as `length` counts bytes. */
const bareAgent = sql`substring(agent_id, length(shop_id) + 2)`
/** Names are what people read and search; the id stands in where a source has none. */
const product = sql`if(product_name != '', product_name, product_id)`

/** Where something happened and who took part. */
export const placeDimensions = [
  dimension('platform', '平台', 'Platform', on(everywhere, sql`platform`)),
  dimension('shop', '店铺', 'Shop', on(everywhere, { value: sql`shop_id`, shortForm: bareShop }), {
    labelOf: (value) => value.slice(value.indexOf('/') + 1),
  }),
  dimension(
    'agent',
    '客服',
    'Agent',
    on(['conversation', 'message', 'opinion', 'surveyAnswer'], {
      value: sql`agent_id`,
      shortForm: bareAgent,
    }),
    { labelOf: (value) => value.slice(value.indexOf(':') + 1) },
  ),
  dimension('channel', '渠道', 'Channel', on(['conversation', 'message'], sql`channel`)),
  dimension('product', '商品', 'Product', on(everywhere, product)),
  dimension('productId', '商品 ID', 'Product id', on(everywhere, sql`product_id`)),
  dimension('sku', '规格', 'SKU', on(['review', 'order'], sql`sku_name`)),
  dimension('buyer', '买家', 'Buyer', {
    ...on(['conversation', 'message', 'review', 'order', 'refund'], {
      value: sql`buyer_id`,
      label: sql`buyer_name`,
    }),
    ...on(['opinion', 'surveyAnswer'], sql`buyer_id`),
  }),
  dimension('province', '省份', 'Province', on(['order', 'refund'], sql`province`)),
  dimension('ownership', '数据归属', 'Ownership', on(everywhere, sql`ownership`)),
  dimension('source', '数据源', 'Source', on(everywhere, sql`source_id`)),
  dimension('import', '导入批次', 'Import', on(everywhere, sql`import_id`)),
]
