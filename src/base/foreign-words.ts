import type { Text } from './text.js';

/** Faults that libraries report by a code: readers of CSV and YAML. */
const known: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: '引号未闭合',
  CSV_INVALID_CLOSING_QUOTE: '引号后有多余字符',
  INVALID_OPENING_QUOTE: '引号出现在字段中间',
  CSV_RECORD_INCONSISTENT_COLUMNS: '字段数与表头不一致',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: '各行字段数不一致',
  CSV_MAX_RECORD_SIZE: '一行过长',
  ALIAS_PROPS: '别名不能带属性',
  BAD_ALIAS: '别名有误',
  BAD_COLLECTION_TYPE: '集合类型有误',
  BAD_DIRECTIVE: '指令有误',
  BAD_DQ_ESCAPE: '双引号内的转义有误',
  BAD_INDENT: '缩进有误',
  BAD_PROP_ORDER: '属性次序有误',
  BAD_SCALAR_START: '值的首字符有误',
  BLOCK_AS_IMPLICIT_KEY: '键的写法有误',
  BLOCK_IN_FLOW: '括号内不能用缩进块',
  DUPLICATE_KEY: '键重复',
  IMPOSSIBLE: '结构有误',
  KEY_OVER_1024_CHARS: '键过长',
  MISSING_CHAR: '缺少字符（如冒号、引号或空格）',
  MULTILINE_IMPLICIT_KEY: '键不能跨行',
  MULTIPLE_ANCHORS: '锚点重复',
  MULTIPLE_DOCS: '含有多个文档',
  MULTIPLE_TAGS: '标签重复',
  NON_STRING_KEY: '键应为文字',
  TAB_AS_INDENT: '用制表符缩进',
  TAG_RESOLVE_FAILED: '标签无法识别',
  UNEXPECTED_TOKEN: '意外的符号',
};

/** The reason that a library or the system gives; in Chinese by its code, or quoted where it has none that is known. */
export function foreignReason(error: unknown): Text {
  const message = error instanceof Error && error.message !== '' ? error.message : String(error);
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const en = message.split('\n')[0] as string;
  if (typeof code !== 'string') return { en, zh: `底层程序报告“${en}”` };
  return { en, zh: Object.hasOwn(known, code) ? `${known[code]}（${code}）` : `底层程序报告 ${code}` };
}
