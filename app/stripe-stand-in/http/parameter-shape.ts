/** What a parameter may be; a number refers to the generated list of objects. */
export type Shape =
  | "string"
  | "number"
  | "boolean"
  | "any"
  | number
  | { values: readonly string[] }
  | { list: Shape }
  | { map: Shape }
  | { empty: Shape }
  | { any: readonly Shape[] };

/** An object's members; a required one ends in "!". */
export type Members = Readonly<Record<string, Shape>>;
