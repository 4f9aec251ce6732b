import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  tone: 'success' | 'error' | 'info'
  text: string
  action?: { label: string; run: () => void }
}

/** Long enough to read and to reach an undo button. */
const shownMs = 6000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** Shows a short message that goes away by itself; errors stay until closed. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  const shown = { ...toast, id: lastId }
  change([...toasts, shown])
  if (toast.tone !== 'error') setTimeout(() => closeToast(shown.id), shownMs)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}
