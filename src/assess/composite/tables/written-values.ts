import { AfterlodeError, phrases, type Text } from '../../../base/index.js';

/** A mapping of a file, as it was written. */
export type Raw = Readonly<Record<string, unknown>>;

export function options(one: Raw, where: string): readonly unknown[] {
  const found = list(one.options, `${where} options`);
  if (found.length > 0) return found;
  throw new AfterlodeError(
    'INDEX_VARY',
    { en: `${where} options`, zh: `${where} 的 options` },
    {
      found: { en: 'an empty list', zh: '空列表' },
      expected: { en: 'at least one option', zh: '至少一个选项' },
    },
  );
}

export function words(one: Raw, where: string): readonly string[] {
  return options(one, where).map((each) => text(each, `${where} options`));
}

/** A word; a number or a switch that a file writes in its place is taken as its text. */
export function text(raw: unknown, where: string): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  throw wrong(where, raw, { en: 'a word', zh: '一个词' });
}

export function list(raw: unknown, where: string): readonly unknown[] {
  if (Array.isArray(raw)) return raw as readonly unknown[];
  throw wrong(where, raw, phrases.list);
}

export function mapping(raw: unknown, where: string, known: readonly string[] | null): Raw {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    throw wrong(where, raw, { en: 'a mapping', zh: '键值对' });
  const foreign = known && Object.keys(raw).find((key) => !known.includes(key));
  if (foreign) throw wrong(where, foreign, known.join(', '));
  return raw as Raw;
}

export function number(raw: unknown, where: string): number {
  if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
  throw wrong(where, raw, phrases.number);
}

export function optionalNumber(raw: unknown, where: string): number | null {
  return raw === undefined || raw === null ? null : number(raw, where);
}

export function choice<Known extends string>(raw: unknown, known: readonly Known[], where: string): Known {
  const found = known.find((one) => one === raw);
  if (found) return found;
  throw wrong(where, raw, known.join(', '));
}

/** The fault of a file of uncertainties. */
export function wrong(where: string | Text, found: unknown, expected: string | Text): AfterlodeError {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? phrases.nothing);
  return new AfterlodeError('INDEX_VARY', where, { found: text, expected });
}
