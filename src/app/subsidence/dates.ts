/** The first civil radar satellite flew in 1978: years of two digits from there on are of the last century. */
const firstRadarYear = 78;

/**
 * Two dates in a file name, ISO: 20180106-20180130, 20180106_20180130, 20180106T004018_20180130T004018, 060619-061002 and
 * 960619-961002 (of the years 1978 to 2077). Null where there are none.
 */
export function datesIn(name: string): readonly [string, string] | null {
  const long = /(?<!\d)(\d{8})(?:T\d{6})?[-_](\d{8})(?:T\d{6})?(?!\d)/.exec(name);
  const short = /(?<!\d)(\d{6})[-_](\d{6})(?!\d)/.exec(name);
  const found = long ?? short;
  if (found === null) return null;
  const century = (digits: string) => (Number(digits.slice(0, 2)) < firstRadarYear ? '20' : '19');
  const iso = (digits: string) =>
    (digits.length === 6 ? `${century(digits)}${digits}` : digits).replace(
      /(\d{4})(\d{2})(\d{2})/,
      '$1-$2-$3',
    );
  return [iso(found[1] as string), iso(found[2] as string)];
}

/** All dates of eight digits in a name, ISO. */
export function daysIn(name: string): readonly string[] {
  return Array.from(name.matchAll(/(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/g), ([, ...parts]) =>
    parts.join('-'),
  );
}
