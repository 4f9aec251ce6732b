import ExcelJS from 'exceljs'
import { openFile } from '../files/file.ts'
import { detectDelimiter } from '../files/delimiter.ts'
import { CsvSplitter } from '../files/csv.ts'

/** Writes the cells of a delimited file as the only sheet of a workbook, all as text. For tests. */
export async function writeWorkbook(source: string, target: string): Promise<void> {
  const file = await openFile(source, source)
  const splitter = new CsvSplitter({ delimiter: detectDelimiter(file.sample), columns: null, headerLine: 0 })
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('导出')
  for (const row of [...splitter.push(file.sample), ...splitter.end()])
    if ('cells' in row) sheet.addRow(row.cells)
  await workbook.xlsx.writeFile(target)
}
