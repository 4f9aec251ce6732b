import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import '#components/base.css'
import { startTranslations } from '#i18n/setup.ts'
import { startTheme } from '#lib/theme/theme.ts'
import { router } from './app/router.tsx'

// The content security policy forbids code made at run time; without this zod tries and the browser reports it.
config({ jitless: true })

async function start(): Promise<void> {
  startTheme()
  await startTranslations()
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={router.options.context.client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
