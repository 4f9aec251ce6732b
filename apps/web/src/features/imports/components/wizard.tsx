import { importRoutes, type Inspection } from '@kesheng/contracts/http/import.routes'
import type { RouteInput } from '@kesheng/contracts/http/route'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Failure } from '#components/states.tsx'
import { call } from '#lib/api/call.ts'
import { useRouteMutation } from '#lib/api/queries.ts'
import { showToast } from '#lib/toast/toast.ts'
import { Detected } from './detected.tsx'
import { FieldMapping } from './field-mapping.tsx'
import styles from './imports.module.css'
import { OptionFields, type ChosenOptions } from './option-fields.tsx'
import { PreviewTables } from './preview-tables.tsx'

type Change = Omit<RouteInput<typeof importRoutes.inspect>['body'], 'savedMappingId'>

const localInput = (value: string) => (value === '' ? undefined : new Date(value).toISOString())

/** What was detected, how fields are taken, what comes out of it, and the start. Every change is previewed at once. */
export function Wizard({
  first,
  fileName,
  onStarted,
}: {
  first: Inspection
  fileName: string
  onStarted: () => void
}) {
  const { t } = useTranslation()
  const [inspection, setInspection] = useState(first)
  const [options, setOptions] = useState<ChosenOptions>({
    shop: '',
    platform: '',
    ownership: 'own',
    defaultTime: '',
    source: '',
  })
  const again = useMutation({
    mutationFn: (change: Change) =>
      call(importRoutes.inspect, {
        params: { id: first.uploadId },
        body: {
          entry: inspection.entry,
          defaultTime: localInput(options.defaultTime),
          shop: options.shop || undefined,
          platform: options.platform || undefined,
          ...change,
        },
      }),
    onSuccess: setInspection,
  })
  const start = useRouteMutation(importRoutes.start, ['import', 'data'])
  const remap = (mapping: Mapping) => {
    setInspection({ ...inspection, mapping })
    again.mutate({ mapping })
  }
  const chooseOptions = (next: ChosenOptions) => {
    setOptions(next)
    const { mapping } = inspection
    if (next.defaultTime !== options.defaultTime)
      again.mutate({ mapping, defaultTime: localInput(next.defaultTime) })
    else if (next.platform !== options.platform)
      again.mutate({ mapping, platform: next.platform || undefined })
  }
  const begin = () =>
    start.mutate(
      {
        body: {
          uploadId: first.uploadId,
          entry: inspection.entry,
          options: {
            mapping: inspection.mapping,
            shop: options.shop || undefined,
            platform: options.platform || undefined,
            ownership: options.ownership,
            defaultTime: localInput(options.defaultTime),
            sourceName: options.source || undefined,
          },
        },
      },
      {
        onSuccess: () => {
          showToast({ tone: 'info', text: t('imports.started', { file: fileName }) })
          onStarted()
        },
      },
    )
  const missingTime = inspection.needsDefaultTime && options.defaultTime === ''
  return (
    <div className={styles.wizard}>
      <Detected
        inspection={inspection}
        onEntry={(entry) => again.mutate({ entry })}
        onKind={(kind) => again.mutate({ kind })}
        onMapping={remap}
      />
      <OptionFields options={options} needsTime={inspection.needsDefaultTime} onChange={chooseOptions} />
      <FieldMapping inspection={inspection} onMapping={remap} />
      {again.error && <Failure error={again.error} />}
      <PreviewTables inspection={inspection} />
      {start.error && <Failure error={start.error} />}
      <div className={styles.actions}>
        {missingTime && <p className={styles.warning}>{t('imports.needsTime')}</p>}
        <Button look="primary" disabled={start.isPending || again.isPending} onClick={begin}>
          {t('imports.start')}
        </Button>
      </div>
    </div>
  )
}
