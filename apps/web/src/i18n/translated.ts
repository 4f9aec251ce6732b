/** The shape of a translation: the same keys, any text. A missing or extra key does not compile. */
export type Translated<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}
