import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { bug } from '@kesheng/core/errors/errors'
import type { Sealer } from '@kesheng/core/workspace/ports'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Encrypts originals with a 32-byte key: base64 of nonce, ciphertext and tag. An empty text stays empty. */
export function createSealer(key: Buffer): Sealer {
  if (key.length !== 32) throw new TypeError(`a secret key has 32 bytes, not ${key.length}`)
  return {
    seal(text) {
      if (text === '') return ''
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64')
    },
    open(sealed) {
      if (sealed === '') return ''
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < nonceBytes + tagBytes) throw unreadable()
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
        decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
        const body = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes))
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw unreadable(cause)
      }
    },
  }
}

function unreadable(cause?: unknown): Error {
  return bug({
    message: { zh: '无法解密：密钥不符或数据已损坏', en: 'Cannot decrypt: another key or damaged data' },
    remedy: {
      zh: '恢复与数据目录一同备份的 secret.key',
      en: 'Restore the secret.key that was backed up with this data directory',
    },
    cause,
  })
}
