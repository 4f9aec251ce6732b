import type { filters as source } from '../zh/filters.ts'
import type { Translated } from '../translated.ts'

export const filters: Translated<typeof source> = {
  label: 'Filters',
  add: 'Add filter',
  is: 'is',
  isNot: 'is not',
  exclude: 'Exclude the chosen',
  choose: 'Choose {{dimension}}',
  searchValues: 'Search (pinyin works)',
  noValues: 'No matching value',
  values: '{{first}} and others, {{n}} in all',
  removeFilter: 'Remove filter {{name}}',
  clearAll: 'Clear filters',
}
