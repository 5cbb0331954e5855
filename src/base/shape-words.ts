import type { Text } from './text.js';

/** What a schema says of a value that does not fit it. */
export interface ShapeFault {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The type that would fit. */
  readonly expected?: string | undefined;
  /** The words that would fit. */
  readonly values?: readonly unknown[] | undefined;
  /** Of sizes: `number`, `string`, `array`. */
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  object: '键值对',
  record: '键值对',
  null: '空值',
};

/** Words that schemas say of a pattern, in Chinese. */
const patterns: Readonly<Record<string, string>> = {
  'an id in lower case with _ or -': '由小写字母、数字、_ 或 - 组成的编号',
  'the id of a unit': '单位的编号',
  'a day such as 2026-01-15': '日期，如 2026-01-15',
  'a year, month or day in quotes, "2013-11-12"': '带引号的年、月或日，如 "2013-11-12"',
  'a period in quotes, "2020"': '带引号的时期，如 "2020"',
  'a version such as 0.1.0': '版本号，如 0.1.0',
  '12 hexadecimal digits': '12 位十六进制数字',
  '64 hexadecimal digits': '64 位十六进制数字',
  'a number above 0': '大于 0 的数',
  'a number other than 0': '非 0 的数',
  'names that stand once': '不重复的名称',
  'a year such as 2027': '年份，如 2027',
  'at least low': '不小于 low 的数',
  'above 0 and at most 1': '大于 0 且不大于 1 的数',
  'warn, or cell_m beside it': 'warn，或同时写明 cell_m',
  'less than the sides of the tile': '小于瓦片边长的数',
  'the name of a file beside the manifest': '与说明文件同一文件夹的文件名',
  'Invalid URL': '网址',
};

/** What would fit, in both languages; a list of words stays as it is. */
export function expectedShape(fault: ShapeFault): string | Text {
  const { values, expected, origin, minimum, maximum, message = '' } = fault;
  if (values !== undefined) return values.map(String).join(', ');
  if (minimum !== undefined) return sized(origin, 'least', minimum);
  if (maximum !== undefined) return sized(origin, 'most', maximum);
  if (expected !== undefined) return { en: expected, zh: types[expected] ?? expected };
  return { en: message, zh: patterns[message] ?? '符合格式的值' };
}

function sized(origin: string | undefined, end: 'least' | 'most', size: number | bigint): Text {
  const than = end === 'least' ? '不少于' : '不超过';
  const zh =
    origin === 'number' || origin === 'int'
      ? `${end === 'least' ? '不小于' : '不大于'} ${size} 的数`
      : `${than} ${size} ${origin === 'string' ? '个字符的文字' : '项的列表'}`;
  return { en: `${origin ?? 'size'} of at ${end} ${size}`, zh };
}
