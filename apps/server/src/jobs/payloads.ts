import { z } from 'zod'

const bucket = z.number().int().min(0).max(255)

export const tenantId = z.string().min(1)
/** Days since 1970-01-01 UTC. */
export const day = z.number().int()
export const bucketRange = { bucketFrom: bucket, bucketTo: bucket }
export const importId = z.string().exactOptional()
