import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'

export interface Tenant {
  id: string
  settings: WorkspaceSettings
  demo: boolean
  createdAt: number
}

export interface WorkspaceRepository {
  tenants(): Promise<Tenant[]>
  tenant(id: string): Promise<Tenant | null>
  addTenant(tenant: Tenant): Promise<void>
  changeSettings(id: string, settings: WorkspaceSettings): Promise<void>
  setDemo(id: string, demo: boolean): Promise<void>
}

/** Encrypts originals; the key never leaves the server process. Base64 of nonce + AES-256-GCM ciphertext + tag. */
export interface Sealer {
  seal(text: string): string
  open(sealed: string): string
}
