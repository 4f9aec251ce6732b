import { array, assert, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { bitsByDay, bucketsOf } from './bucket-bits.ts'

it('keeps every touched day and bucket, each once', () => {
  const touched = array(record({ day: integer({ min: 0, max: 5 }), bucket: integer({ min: 0, max: 255 }) }))
  assert(
    property(touched, (pairs) => {
      const back = [...bitsByDay(pairs)].flatMap(([day, bits]) => {
        expect(bits).toMatch(/^[01]{256}$/)
        return bucketsOf(bits).map((bucket) => `${day}/${bucket}`)
      })
      expect(back.sort()).toEqual([...new Set(pairs.map(({ day, bucket }) => `${day}/${bucket}`))].sort())
    }),
  )
})
