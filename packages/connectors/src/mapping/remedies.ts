import { canonicalFields } from '@kesheng/contracts/intake/fields'
import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { RejectReason } from '@kesheng/contracts/intake/records'
import type { RowProblem } from '../files/source-row.ts'

/** What a person does about each reason, zh-CN; `{field}` is the field's name. */
const remedies: Readonly<Record<string, string>> = {
  summary_row: '这是汇总或平均行，不是明细，已单独放出；无需处理',
  repeated_header: '这一行与表头相同（常见于多份导出拼接），已跳过；无需处理',
  broken_quote: '这一行的双引号没有成对，请补全引号（单元格内的引号写成两个）后重新导入这一行',
  ragged_row: '这一行的列数与表头不符，请检查内容里是否有未加引号的分隔符或换行，改正后重新导入这一行',
  broken_json: '这一行不是完整的 JSON，请检查括号、引号与逗号后重新导入这一行',
  truncated_json: 'JSON 在这里中断，之前的行已读入；请重新导出完整文件后再导入一次，已有的行不会重复',
  damaged_archive:
    '压缩包从这里起已损坏或不完整，之前的行已读入；请重新下载或重新压缩后再导入一次，已有的行不会重复',
  encrypted_archive: '压缩包有密码，请解压后导入里面的文件',
  empty_archive: '压缩包里没有可读的文件，请放入 CSV、XLSX 或 JSON 文件',
  missing_entry: '压缩包里没有这个文件，请从列出的文件中选择',
  empty_file: '文件是空的，请重新导出',
  not_a_file: '这不是文件（例如是文件夹），请选择里面的文件',
  not_a_table:
    '这不是表格文件（可能是图片、PDF 或其他压缩格式），请导入 CSV、TSV、XLSX、JSON 或 JSONL；RAR、7z 请先解压',
  old_excel: '这是旧版 Excel（.xls），请在 Excel 或 WPS 中另存为 .xlsx 或 CSV 后导入',
  damaged_workbook: '工作簿已损坏或没有工作表，请在 Excel 或 WPS 中打开后另存为 .xlsx',
  too_large: '这个工作簿的文字超过可读的上限，请另存为 CSV 后导入',
  row_too_large: '单行超过 64 MB，请检查文件是否选对，或按行拆分后导入',
  unreadable: '文件从这里起无法读取，请检查文件是否完整后再导入一次',
  missing_text: '「{field}」为空，请补上内容，或在字段对应里换一列',
  missing_value: '「{field}」为空，请补上，或在字段对应里换一列',
  bad_time: '「{field}」不是能识别的时间，请写成 2026-01-02 15:04:05，或在字段对应里换一列',
  bad_number: '「{field}」不是数字，请改正，或在字段对应里换一列',
  rounded_id: '「{field}」被表格软件写成了科学计数法，后几位已丢失；请把这一列设为文本后从平台重新导出',
  bad_choice: '「{field}」的值不认识，请在字段对应里为它选择含义',
  unknown_role: '无法判断是买家还是客服发送，请对应「发送方角色」列，或填写店铺、客服名称后重新导入',
  unreadable_text: '内容不是可读的文字（例如只有词编号），请导出原文',
  internal_chat: '这是员工之间的内部消息，没有外部联系人，不计入客户会话；无需处理',
  encrypted_message: '消息仍是密文，请先用会话存档私钥解密后导入',
  other_event: '这不是新消息事件，不计入会话；请只推送 message_created',
  private_note: '这是内部备注，买家看不到，不计入会话；无需处理',
  no_answer: '这份答卷没有任何作答；如果应当有，请检查题目的字段对应',
  unmapped: '没有任何一列对应到需要的字段，请在字段对应里选择',
}

function fieldName(kind: IntakeKind, field: string): string {
  return canonicalFields[kind].find(({ id }) => id === field)?.zh ?? field
}

const clip = (text: string): string => (text.length > 500 ? `${text.slice(0, 500)}…` : text)

/** The reject report's line for a problem. */
export function rejectOf(problem: RowProblem, line: number, kind: IntakeKind): RejectReason {
  const remedy = remedies[problem.reason] ?? '请检查这一行'
  return {
    line,
    field: problem.field,
    value: clip(problem.value),
    reason: problem.reason,
    remedy: remedy.replace('{field}', fieldName(kind, problem.field)),
  }
}
