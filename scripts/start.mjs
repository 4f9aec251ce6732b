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
  // The server runs in this very process, so a signal to `npm start` reaches it and nothing is left behind.
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(resolve(root, 'apps/server/src/main/serve.ts')).href)
})
