import fc, { type Arbitrary } from 'fast-check';
import type { Description, Schema } from './described.js';

/** Names that the packs know, so that requests get past the first look-up. */
const known = [
  '230400',
  '鹤岗',
  'cn-230400',
  '2020',
  '2010',
  '2000',
  'people_work',
  'population',
  'T1',
  'zh',
];

/** Text that has broken programs elsewhere. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDFFF\uD800',
  '\u202E\u200B\uFEFF',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-0',
  '0x10',
  '1_000',
  '99999999999999999999999',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'file:///etc/passwd',
  'con.csv',
  "'; drop table observations; --",
  "' or 1=1 --",
  '") union select version() --',
  '{{constructor.constructor(1)}}',
  '%s%n%x',
  '<script>alert(1)</script>',
  '=cmd|/c calc!A1',
  '{}',
  '[]',
  'null',
  'true',
  '(a+)+$',
  'a'.repeat(5000),
  '界'.repeat(2000),
];

/** Written as they stand into a body, most of which no serialiser would write. */
export const oddJson: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '0',
  '-0',
  '-1',
  '0.5',
  '1e308',
  '-1e308',
  '1e999',
  '5e-324',
  '9007199254740993',
  '123456789012345678901234567890',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":1,"valueOf":1,"length":-1}',
  '[[[[[[[[[[[[]]]]]]]]]]]]',
  '{"a":{"b":{"c":{"d":[null]}}}}',
  '[null,null]',
  '[{},{}]',
  '["a",1,null,{}]',
  JSON.stringify('a'.repeat(100_000)),
  `[${'0,'.repeat(20_000)}0]`,
];

/** Put in place of a text within a body that is a document of its own: GeoJSON, YAML, a table. */
export const oddDocuments: readonly string[] = [
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  `{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  '{"type":"FeatureCollection","features":[null,1,{"geometry":null},{"type":"Feature","geometry":{"type":"LineString","coordinates":[null]}}]}',
  '{"type":"Polygon","coordinates":[[[1e308,1e308],[-1e308,0],[0,1e308],[1e308,1e308]]]}',
  '{"type":"LineString","coordinates":[[0,0],[1e308,1e308]]}',
  `a: &a [x,x,x,x,x,x,x,x,x]\n${'b c d e f g h i j'
    .split(' ')
    .map((one) => `${one}: &${one} [${`*${String.fromCharCode(one.charCodeAt(0) - 1)},`.repeat(9)}]`)
    .join('\n')}`,
  'a: &a [*a]',
  '__proto__: {a: 1}\nconstructor: 1',
  'a,b\n'.repeat(50_000),
  `${'a,'.repeat(50_000)}\n1`,
  `a,b\n"${'x'.repeat(50_000)}`,
  '__proto__,constructor\n1,2\n',
];

/** What is no JSON. */
export const brokenJson: readonly string[] = [
  '',
  ' ',
  '{',
  '[1,',
  '{"a":NaN}',
  '{"a":Infinity}',
  "{'a':1}",
  '{"a":1,}',
  '{"a":01}',
  '\uFEFF{}',
  '{} {}',
  '"',
  '\u0000',
  'undefined',
  '<?xml version="1.0"?><a/>',
  'a=1&b=2',
  '['.repeat(100_000),
  '{"a":'.repeat(100_000),
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  '{"__proto__":{"a":1}}',
  '{"a":1,"a":2}',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 30 }),
  fc.constantFrom(0.5, 2020, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 31, -(2 ** 31), 1e-12),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Values that a schema allows, in its odd corners as well; patterns and formats are not kept. */
export function valueOf(schema: Schema, description: Description, depth = 0): Arbitrary<unknown> {
  const one = description.schemaOf(schema);
  const choice = one.anyOf ?? one.oneOf;
  if ('const' in one) return fc.constant(one.const);
  if (one.enum) return fc.constantFrom(...one.enum);
  if (choice) return fc.oneof(...choice.map((each) => valueOf(each, description, depth)));
  if (one.type === 'string') return text;
  if (one.type === 'number' || one.type === 'integer') return numberOf(one);
  if (one.type === 'boolean') return fc.boolean();
  if (one.type === 'null') return fc.constant(null);
  if (one.type === 'array') return listOf(one, description, depth);
  if (one.type === 'object' || one.properties) return objectOf(one, description, depth);
  return fc.oneof(text, number, fc.constant(null), fc.constant([]), fc.constant({}));
}

function numberOf({ minimum, maximum, type }: Schema): Arbitrary<number> {
  const whole = type === 'integer' ? number.map(Math.trunc) : number;
  return whole.map((value) => Math.max(minimum ?? -Infinity, Math.min(maximum ?? Infinity, value)));
}

function listOf(one: Schema, description: Description, depth: number): Arbitrary<unknown> {
  if (one.prefixItems)
    return fc.tuple(...one.prefixItems.map((each) => valueOf(each, description, depth + 1)));
  const minLength = Math.min(one.minItems ?? 0, 4);
  const maxLength = Math.max(minLength, depth > 6 ? 0 : 4);
  return fc.array(valueOf(one.items ?? {}, description, depth + 1), { minLength, maxLength });
}

function objectOf(one: Schema, description: Description, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = one;
  const named = Object.entries(properties).filter(([name]) => depth < 6 || required.includes(name));
  const values = Object.fromEntries(
    named.map(([name, each]) => [name, valueOf(each, description, depth + 1)] as const),
  );
  const whole = fc.record(values, { requiredKeys: required.filter((name) => name in values) });
  if (typeof additionalProperties !== 'object' || depth > 6) return whole;
  const more = fc.dictionary(text, valueOf(additionalProperties, description, depth + 1), { maxKeys: 3 });
  return fc.tuple(whole, more).map(([first, second]) => ({ ...second, ...(first as object) }));
}
