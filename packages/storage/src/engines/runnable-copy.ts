import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A link that the package should have: both paths start with `native/`. */
interface Link {
  source: string
  target: string
}

/**
 * The `native` directory of a package of binaries, ready to run. npm packages hold no symbolic links; this one lists
 * its own in a file for an install script, which may not have run: they are made here. Where that is not allowed, or
 * the server's user may not read the package, a copy in `copyDirectory` is used.
 */
export function runnableCopy(native: string, copyDirectory: string, serverUser: number | null): string {
  const links = missingLinks(native)
  const readable = serverUser === null || readableByOthers(native)
  if (readable && (links.length === 0 || isWritable(join(native, 'lib')))) {
    makeLinks(native, links)
    return native
  }
  if (!existsSync(copyDirectory)) copyWhole(native, copyDirectory, serverUser)
  return copyDirectory
}

/** Copies aside and moves into place, so that an interrupted copy is never taken for a whole one. */
function copyWhole(native: string, copyDirectory: string, serverUser: number | null): void {
  const unfinished = `${copyDirectory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  makeLinks(unfinished, missingLinks(unfinished))
  if (serverUser !== null) giveTo(unfinished, serverUser)
  renameSync(unfinished, copyDirectory)
}

function giveTo(directory: string, user: number): void {
  lchownSync(directory, user, user)
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(directory, name), user, user)
}

function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.filter((link) => !isThere(inside(native, link.target)))
}

function makeLinks(native: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), inside(native, target))
    } catch (error) {
      // Another process that starts at the same time was first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function inside(native: string, path: string): string {
  return join(native, path.replace(/^native\//, ''))
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Every directory above can be passed and the directory read by any user. */
function readableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    if ((statSync(parent).mode & 0o001) === 0) return false
    if (parent === dirname(parent)) return true
  }
}
