import { useTranslation } from 'react-i18next'
import { FilterBar } from '#components/filter-bar.tsx'
import { useLanguage } from '#i18n/language.ts'
import { useCatalogue } from '#lib/page/catalogue.ts'
import { useLoadValues } from '#lib/page/dimension-values.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { scopeDimensions } from './scope-picker.tsx'

const inHeader = (dimension: string) => scopeDimensions.some((known) => known === dimension)

/** The page's filters beyond platform and shop; a filter that came along from another page shows here too. */
export function PageFilters({ dimensions }: { dimensions: readonly string[] }) {
  const { i18n } = useTranslation()
  const language = useLanguage()
  const catalogue = useCatalogue()
  const loadValues = useLoadValues()
  const { filters } = usePageContext()
  const { setFilters } = usePageActions()
  const nameOf = (dimension: string) => catalogue.dimensions.get(dimension)?.label[language] ?? dimension
  const known = dimensions.filter((dimension) => catalogue.dimensions.has(dimension))
  return (
    <FilterBar
      key={i18n.language}
      dimensions={known.map((id) => ({ id, name: nameOf(id) }))}
      filters={filters.filter(({ dimension }) => !inHeader(dimension))}
      nameOf={nameOf}
      loadValues={loadValues}
      onChange={(changed) =>
        setFilters([...filters.filter(({ dimension }) => inHeader(dimension)), ...changed])
      }
    />
  )
}
