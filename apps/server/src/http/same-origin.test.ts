import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin.ts'

const host = '127.0.0.1:4700'

it.each([
  ['reading is free', 'GET', { 'sec-fetch-site': 'cross-site' }, true],
  ['own page', 'POST', { 'sec-fetch-site': 'same-origin', host }, true],
  ['page of another site', 'POST', { 'sec-fetch-site': 'cross-site', host }, false],
  ['sibling site', 'POST', { 'sec-fetch-site': 'same-site', host }, false],
  ['own origin, older browser', 'POST', { origin: `http://${host}`, host }, true],
  ['other port is another origin', 'POST', { origin: 'http://127.0.0.1:9999', host }, false],
  ['public address behind a proxy', 'DELETE', { origin: 'https://voc.example.com', host }, true],
  ['says nothing of where it comes from', 'POST', { host }, false],
  ['opaque origin', 'POST', { origin: 'null', host }, false],
])('%s', (_, method, headers, expected) => {
  expect(isSameOrigin({ method, headers, publicUrl: 'https://voc.example.com' })).toBe(expected)
})
