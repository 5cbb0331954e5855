/**
 * How values of both engines become values of the program, by type number of PostgreSQL. Both engines hand over text,
 * so one table makes a bigint, a date or a numeric the same thing everywhere: their own defaults differ, and the one
 * for dates depends on the time zone.
 */
export const valueParsers: Readonly<Record<number, (text: string) => unknown>> = {
  /** bigint */
  20: wholeNumber,
  /** json */
  114: asText,
  /** date */
  1082: asText,
  /** timestamp without and with time zone */
  1114: asText,
  1184: asText,
  /** interval */
  1186: asText,
  /** numeric */
  1700: asText,
  /** jsonb */
  3802: asText,
};

function asText(text: string): string {
  return text;
}

/** @throws RangeError beyond 2^53, where a number would silently be another one */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the exact whole numbers`);
  return value;
}
