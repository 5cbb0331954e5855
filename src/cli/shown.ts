/** Name in both languages where the register knows the place. */
export function placeName(row: {
  readonly place: string;
  readonly name?: { zh: string; en: string };
}): string {
  return row.name ? `${row.name.zh} ${row.name.en}` : row.place;
}

/** Four digits; a dash for what is missing. */
export function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(Number(value.toPrecision(4)));
}
