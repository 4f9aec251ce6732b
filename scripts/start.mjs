// npm start: install, build, run. Only Node.js itself is needed beforehand.
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/steps.mjs'
import { ensureWebBuilt } from './lib/web-build.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

await main(async () => {
  await ensureInstalled()
  await ensureWebBuilt()
  // The server runs in this very process, so Ctrl+C reaches it and nothing is left behind.
  if (process.env.npm_lifecycle_event !== undefined) endWithParent()
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(resolve(root, 'apps/server/src/main/serve.ts')).href)
})

/** npm starts this through a shell that dies of a signal without passing it on; looked at twice a second. */
function endWithParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}
