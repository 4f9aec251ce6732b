export const filters = {
  label: '筛选条件',
  add: '添加筛选',
  is: '是',
  isNot: '不是',
  exclude: '排除所选',
  choose: '选择{{dimension}}',
  searchValues: '搜索，可用拼音',
  noValues: '没有匹配的值',
  values: '{{first}} 等 {{n}} 项',
  removeFilter: '移除筛选 {{name}}',
  clearAll: '清空筛选',
} as const
