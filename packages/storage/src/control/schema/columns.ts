import { bigint, customType } from 'drizzle-orm/pg-core'

/** Epoch milliseconds. */
export const time = () => bigint({ mode: 'number' })
/** A whole number that may pass 2^31 but stays below 2^53. */
export const count = () => bigint({ mode: 'number' })

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** Bit n stands for bucket n. */
export const bucketBits = customType<{ data: string; driverData: string }>({ dataType: () => 'bit(256)' })
