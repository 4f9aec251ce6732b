import type { DimensionInfo, EvidenceSubject, MetricInfo } from '@kesheng/contracts/metrics/query'
import { opinionMetrics } from './definitions/opinions.ts'
import { platformResponseMetrics } from './definitions/platform-response.ts'
import { refundMetrics } from './definitions/refunds.ts'
import { responseMetrics } from './definitions/response.ts'
import { reviewMetrics } from './definitions/reviews.ts'
import { salesMetrics } from './definitions/sales.ts'
import { satisfactionMetrics } from './definitions/satisfaction.ts'
import { sentimentMetrics } from './definitions/sentiment.ts'
import { workloadMetrics } from './definitions/workload.ts'
import type { Dimension } from './dimension.ts'
import { contentDimensions } from './dimensions/content.ts'
import { opinionDimensions } from './dimensions/opinion.ts'
import { outcomeDimensions } from './dimensions/outcome.ts'
import { placeDimensions } from './dimensions/place.ts'
import { timeDimensions } from './dimensions/time.ts'
import { subjectsOf, type Metric } from './metric.ts'

/** Every figure of the product, defined once for screens, API, command line and tests. */
export const metrics: readonly Metric[] = [
  ...workloadMetrics,
  ...responseMetrics,
  ...platformResponseMetrics,
  ...sentimentMetrics,
  ...opinionMetrics,
  ...salesMetrics,
  ...refundMetrics,
  ...satisfactionMetrics,
  ...reviewMetrics,
]

export const dimensions: readonly Dimension[] = [
  ...placeDimensions,
  ...timeDimensions,
  ...contentDimensions,
  ...opinionDimensions,
  ...outcomeDimensions,
]

/** Dimensions that every subject of a metric carries. */
export function dimensionsOf(metric: Metric): Dimension[] {
  const needed = subjectsOf(metric)
  return dimensions.filter((dimension) => needed.every((subject) => dimension.on[subject] !== undefined))
}

export function metricInfo(metric: Metric): MetricInfo {
  const { id, group, label, description, formula, unit, additive, noData, version } = metric
  const subject: EvidenceSubject = metric.evidence.subject
  const dimensionIds = dimensionsOf(metric).map((dimension) => dimension.id)
  return {
    id,
    group,
    label,
    description,
    formula,
    unit,
    subject,
    additive,
    noData,
    dimensions: dimensionIds,
    version,
  }
}

export function dimensionInfo({ id, label }: Dimension): DimensionInfo {
  return { id, label }
}
