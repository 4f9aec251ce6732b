type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Drops keys whose value is undefined: "not given" must not overwrite. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
}
