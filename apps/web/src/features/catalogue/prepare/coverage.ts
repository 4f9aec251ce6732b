export interface CoverageCell {
  role: string
  stage: string
  channel: string
  count: number
}

export interface CoverageRow {
  role: string
  channel: string
  /** Count per stage, in the order of the stages given. */
  counts: number[]
}

/** One line per role and channel; a zero is a gap in what the brand hears. */
export function coverageRows(
  roles: readonly string[],
  stages: readonly string[],
  channels: readonly string[],
  cells: readonly CoverageCell[],
): CoverageRow[] {
  const counts = new Map(cells.map((cell) => [`${cell.role}|${cell.stage}|${cell.channel}`, cell.count]))
  return roles.flatMap((role) =>
    channels.map((channel) => ({
      role,
      channel,
      counts: stages.map((stage) => counts.get(`${role}|${stage}|${channel}`) ?? 0),
    })),
  )
}

export function gapCount(rows: readonly CoverageRow[]): number {
  return rows.reduce((sum, row) => sum + row.counts.filter((count) => count === 0).length, 0)
}
