/**
 * Location quotients of one place: (part ÷ all of the place) ÷ (part ÷ all of the country). Above 1 the place has more of
 * an activity than the country. Standard (M).
 *
 * @param parts employed by activity in the place; `NaN` is missing
 * @param all employed in the place
 * @param countryParts the same activities in the country
 * @returns `NaN` where an amount is missing or a divisor is zero
 */
export function locationQuotients(
  parts: ArrayLike<number>,
  all: number,
  countryParts: ArrayLike<number>,
  countryAll: number,
): Float64Array {
  return Float64Array.from({ length: parts.length }, (_, at) => {
    const own = (parts[at] as number) / all;
    const country = (countryParts[at] ?? Number.NaN) / countryAll;
    const quotient = own / country;
    return Number.isFinite(quotient) ? quotient : Number.NaN;
  });
}
