import fc, { type Arbitrary } from 'fast-check';
import type { Description, Operation, Parameter } from './described.js';
import { oddFiles } from './files.js';
import { brokenJson, oddDocuments, oddJson, oddTexts, valueOf } from './values.js';

/** A request as it is sent. */
export interface Asked {
  readonly method: string;
  /** Path and query, escaped so far that it can stand in a request line. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** Parts of a path or query that no client would write. */
const oddParts: readonly string[] = [
  '%',
  '%zz',
  '%00',
  '%ff',
  '%C0%AE%C0%AE%2f',
  '%ED%A0%80',
  '..',
  '%2e%2e',
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%5c..%5c',
  '.',
  ';a=b',
  '%2500',
  'x'.repeat(400),
  '%E7%95%8C'.repeat(150),
];

const oddHeaders: readonly (readonly [name: string, value: string])[] = [
  ['accept-language', 'xx-YY;q=banana,*;q=1e999,zh;q=-1'],
  ['accept-language', ','.repeat(2000)],
  ['accept-language', '__proto__'],
  ['accept', 'application/x-none'],
  ['accept-encoding', 'br;q=NaN, gzip;q=2, x-none'],
  ['accept-encoding', '*;q=0'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', 'text/plain'],
  ['content-type', 'multipart/form-data; boundary='],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['content-type', ';;;'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br, gzip, deflate'],
  ['if-none-match', '"'.repeat(999)],
  ['if-none-match', '*'],
  ['range', 'bytes=9999999-0'],
  ['expect', 'something-else'],
  ['x-request-id', '../../x'],
  ['traceparent', '00-zz-zz-01'],
  ['cookie', '__proto__=1; a=%; ;;;'],
  ['authorization', 'Bearer \u00e9\u00ff'],
  ['authorization', `Bearer ${'a'.repeat(5000)}`],
  ['origin', 'null'],
  ['host', 'evil.example:99999'],
];

/**
 * Requests of one operation: most fit its description and get far, the rest break it at one place.
 *
 * @param good a body that is answered, whose damaged copies get furthest; undefined where none is known
 */
export function requestsOf(operation: Operation, description: Description, good: unknown): Arbitrary<Asked> {
  return fc
    .record({
      path: pathOf(operation, description),
      query: queryOf(operation, description),
      body: bodyOf(operation, description, good),
      odd: fc.option(fc.constantFrom(...oddHeaders), { freq: 4 }),
      fileName: fc.option(fc.constantFrom('a.csv', 'a.xlsx', 'a.tif', 'a.zip', 'a.json', ...oddTexts)),
    })
    .map(({ path, query, body, odd, fileName }) => ({
      method: operation.method,
      url: query === '' ? path : `${path}?${query}`,
      headers: {
        ...(body !== null && { 'content-length': String(body.length) }),
        ...(body !== null && !operation.takesFile && { 'content-type': 'application/json' }),
        ...(operation.takesFile && fileName !== null && { 'x-file-name': inHeader(fileName) }),
        ...(odd !== null && { [odd[0]]: odd[1] }),
      },
      body,
    }));
}

const loneSurrogates = /\p{Surrogate}/gu;

function inHeader(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text.replace(loneSurrogates, '\uFFFD'));
}

function pathOf({ path, parameters }: Operation, description: Description): Arbitrary<string> {
  const named = parameters.filter((one) => one.in === 'path');
  if (named.length === 0) return fc.constant(path);
  return fc
    .tuple(...named.map((one) => partOf(one, description)))
    .map((parts) =>
      named.reduce((url, { name }, at) => url.replace(`{${name}}`, () => parts[at] ?? ''), path),
    );
}

function partOf({ schema }: Parameter, description: Description): Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: valueOf(schema, description).map(escaped) },
    { weight: 1, arbitrary: fc.constantFrom(...oddParts) },
    { weight: 1, arbitrary: fc.constantFrom(...oddTexts).map(escaped) },
  );
}

function escaped(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.replace(loneSurrogates, '\uFFFD'));
}

function queryOf({ parameters }: Operation, description: Description): Arbitrary<string> {
  const named = parameters.filter((one) => one.in === 'query');
  const pairs = named.map((one) => partOf(one, description).map((value) => `${one.name}=${value}`));
  const odd = fc.constantFrom('__proto__=1', 'constructor[a]=1', '=', '&&', 'none=1', '%=%', 'limit=1e9');
  const more = fc.option(odd, { freq: 5 });
  return fc
    .tuple(
      fc.tuple(...pairs),
      fc.array(fc.boolean(), { minLength: named.length, maxLength: named.length }),
      fc.nat(9),
      more,
    )
    .map(([words, keep, twice, extra]) => {
      const kept = words.filter((_, at) => (keep[at] as boolean) || parameters.length < 3);
      const repeated = twice === 0 ? kept : [];
      return [...kept, ...repeated, ...(extra === null ? [] : [extra])].join('&');
    });
}

function bodyOf(
  { body, takesFile, method }: Operation,
  description: Description,
  good: unknown,
): Arbitrary<Buffer | null> {
  if (takesFile) return fc.constantFrom(...oddFiles());
  if (body === null)
    return method === 'GET' ? fc.constant(null) : fc.option(fc.constant(Buffer.from('{}')), { freq: 2 });
  const made = valueOf(body, description);
  const fitting =
    good === undefined
      ? made
      : fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: made });
  const written = fitting.map((value) => JSON.stringify(value));
  const damaged = fc
    .record({
      value: fitting,
      place: fc.nat(),
      json: fc.constantFrom(...oddJson),
      text: fc.constantFrom(...oddTexts),
    })
    .map(damage);
  return fc
    .oneof(
      { weight: good === undefined ? 4 : 1, arbitrary: written },
      { weight: 6, arbitrary: damaged },
      { weight: 1, arbitrary: fc.constantFrom(...brokenJson) },
    )
    .map((text) => Buffer.from(text));
}

interface Damage {
  readonly value: unknown;
  /** Chooses the place. */
  readonly place: number;
  /** What a value becomes. */
  readonly json: string;
  /** What a cell of a table becomes. */
  readonly text: string;
}

/** A fitting body with another value at one place; where that is a table, most often one cell of it. */
function damage({ value, place, json, text }: Damage): string {
  const copy = JSON.parse(JSON.stringify({ whole: value })) as Holder;
  const places = placesIn(copy);
  const chosen = places[place % places.length];
  if (chosen === undefined) return json;
  const [holder, key] = chosen;
  const present = holder[key];
  const document = typeof present === 'string' && present.includes('\n');
  if (document && place % 5 > 0) {
    const other = oddDocuments[Math.floor(place / 5) % (3 * oddDocuments.length)];
    holder[key] = other ?? withOtherCell(present, Math.floor(place / places.length), text);
    return JSON.stringify(copy['whole']);
  }
  const mark = '\u0001here\u0001';
  holder[key] = mark;
  return JSON.stringify(copy['whole']).replace(JSON.stringify(mark), () => json);
}

type Holder = Record<string, unknown>;

function placesIn(holder: Holder): readonly (readonly [holder: Holder, key: string])[] {
  return Object.entries(holder).flatMap(([key, below]) => [
    [holder, key] as const,
    ...(typeof below === 'object' && below !== null ? placesIn(below as Holder) : []),
  ]);
}

/** A table whose cells are parted by commas, lines and, in YAML, colons. */
function withOtherCell(table: string, place: number, text: string): string {
  const parts = table.split(/([,:\n])/);
  const at = 2 * (place % Math.ceil(parts.length / 2));
  return parts.with(at, /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text).join('');
}
