import { describe, expect, it } from 'vitest'
import { agentOf, agents, agentsAt, deskHours, onDuty } from './agents.ts'
import { shops } from './shops.ts'

describe('the roster', () => {
  it('never leaves a desk empty in its hours', () => {
    const empty: string[] = []
    for (const shop of shops) {
      const { from, to } = deskHours(shop.index)
      for (let day = -3; day < 14; day++) {
        for (let hour = from; hour < to; hour++) {
          if (agentsAt(shop.index, day, hour).length === 0) empty.push(`${shop.name} ${day} ${hour}`)
        }
      }
    }
    expect(empty).toEqual([])
  })

  it('puts at the desk only who began a duty', () => {
    for (const shop of shops) {
      for (let day = 0; day < 7; day++) {
        for (let hour = 2; hour < 24; hour++) {
          for (const agent of agentsAt(shop.index, day, hour)) expect(onDuty(agent, day)).toBe(true)
        }
      }
    }
  })

  it('gives most people days off', () => {
    const resting = agents.filter((agent) =>
      Array.from({ length: 7 }, (_, day) => day).some((day) => !onDuty(agent, day)),
    )
    expect(resting.length).toBeGreaterThan(agents.length / 2)
  })

  it('runs night duty into the next morning', () => {
    const night = agentOf('阿泽')
    const day = Array.from({ length: 7 }, (_, index) => index).find((index) => onDuty(night, index))!
    expect(agentsAt(night.shop, day + 1, 1)).toContain(night)
  })
})
