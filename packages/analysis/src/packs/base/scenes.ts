import type { SceneSource } from './scene.ts'
import { scenesAfter } from './scenes-after.ts'
import { scenesBefore } from './scenes-before.ts'

/** Why a buyer came: consultation scenes in two levels, each with the stage of the purchase it belongs to. */
export const scenes: SceneSource[] = [...scenesBefore, ...scenesAfter]
