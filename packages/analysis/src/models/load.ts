import { readFileSync } from 'node:fs'
import type { LinearModel } from './linear-model.ts'
import { decodeModel } from './model-file.ts'

/** Reads a model that ships with the package (`packages/analysis/models/<name>.kslm`). The only file access here. */
export function loadModel(name: string): LinearModel {
  return decodeModel(readFileSync(new URL(`../../models/${name}.kslm`, import.meta.url)))
}
