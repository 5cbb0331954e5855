/** What a method page's example runs: takes `given`, returns what `expect` is compared with, or a promise of it. */
export type Example = (given: Readonly<Record<string, unknown>>) => unknown;

/** Examples by the name that stands behind `run:` on the page. */
export type Examples = Readonly<Record<string, Example>>;

/** A list of numbers of a page; `null` is missing. */
export function column(list: unknown): Float64Array {
  return Float64Array.from(list as (number | null)[], (value) => value ?? Number.NaN);
}

/** Columns of a page: a list of lists, or a mapping of names to lists. */
export function columns(lists: unknown): Float64Array[] {
  return Object.values(lists as Readonly<Record<string, unknown>>).map(column);
}
