const summary =
  /^(?:店铺|全店|团队|本店|客服)?(?:汇总|合计|总计|小计|总和|平均|均值|总数)(?:值|数据|行)?$|^(?:sum|total|grand total|subtotal|average|avg|mean)$/i

/**
 * True for a total or average among the data: one of the first three cells is such a word and nothing else, in a
 * column that holds no free text.
 */
export function isSummaryRow(cells: readonly string[], isText: (index: number) => boolean): boolean {
  for (let at = 0; at < Math.min(3, cells.length); at += 1) {
    const cell = cells[at] as string
    if (cell.length === 0 || cell.length > 16 || isText(at)) continue
    if (summary.test(cell.trim().replace(/[:：]$/, ''))) return true
  }
  return false
}
