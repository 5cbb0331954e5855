import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import {
  type LedgerEvent,
  type LedgerKind,
  ledgerFileTypes,
  ledgerKinds,
  ledgerLevels,
  ledgerStatuses,
  recheckResults,
} from './types.js';

/** How a field is written: text, a number or nothing, a list of texts, or one of the words given. */
type FieldForm = 'text' | 'needed' | 'number' | 'list' | readonly string[];

/** Where something stands: a name as it is, or words in both languages. */
type Place = string | Text;

/** Control characters but tab and line ends, and halves of characters: no table and no database carries them. */
const unstorable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

const lights = ['green', 'yellow', 'red', 'none'];

/** Fields of each kind, in the order of the columns of a table. */
export const ledgerFields: Readonly<Record<LedgerKind, Readonly<Record<string, FieldForm>>>> = {
  opened: {
    city: 'needed',
    period: 'needed',
    subject: ['indicator', 'problem', 'ground'],
    about: 'needed',
    level: ledgerLevels,
    place: 'text',
    lon: 'number',
    lat: 'number',
    problemType: 'text',
    light: lights,
    mismatch: ['', 'people_worse', 'people_better'],
    value: 'number',
    evidence: 'list',
    note: 'text',
  },
  measure: { measure: 'needed', body: 'needed', budget: 'number', deadline: 'text', workItem: 'text' },
  status: { status: ledgerStatuses, reason: 'text' },
  recheck: {
    period: 'needed',
    result: recheckResults,
    reason: 'text',
    lightBefore: lights,
    lightAfter: lights,
    valueBefore: 'number',
    valueAfter: 'number',
  },
  note: { text: 'needed', evidence: 'list' },
  assigned: { person: 'text', office: 'text', deadline: 'text', note: 'text' },
  comment: { text: 'needed', answers: 'text', edits: 'text' },
  file: { name: 'needed', sha256: 'needed', mediaType: ledgerFileTypes, bytes: 'number', caption: 'text' },
};

const signedFields = { id: 'needed', finding: 'needed', previous: 'text', at: 'needed' } as const;

/**
 * An event from a record whose fields are texts, as a table has them, or typed, as JSON has them; fields of the content may
 * stand beside the others or below `content`.
 *
 * @param where file and row, for messages
 * @throws AfterlodeError LEDGER_VALUE
 */
export function readEvent(record: Readonly<Record<string, unknown>>, where: Place): LedgerEvent {
  const inner = record.content;
  const fields = isRecord(inner) ? { ...inner, ...withoutContent(record) } : record;
  const kind = ledgerKinds.find((one) => one === fields.kind);
  if (kind === undefined) throw wrong(where, 'kind', fields.kind, ledgerKinds.join(', '));
  const read = (name: string, form: FieldForm) => [
    name,
    readField(fields[name], form, phrases.within(where, name)),
  ];
  const own = isRecord(inner) ? inner : fields;
  const content = Object.fromEntries(
    Object.entries(ledgerFields[kind]).map(([name, form]) => [
      name,
      readField(own[name], form, phrases.within(where, name)),
    ]),
  );
  checkContent(kind, content, where);
  const signed = Object.fromEntries([
    ...Object.entries(signedFields).map(([name, form]) => read(name, form)),
    read('by', 'text'),
    read('document', 'text'),
  ]);
  if (Number.isNaN(Date.parse(String(signed.at))))
    throw wrong(where, 'at', signed.at, { en: 'an instant', zh: '时刻' });
  return { ...signed, kind, content } as unknown as LedgerEvent;
}

/**
 * Checks what a form or a command gives for one kind and fills in what may be left out.
 *
 * @throws AfterlodeError LEDGER_VALUE
 */
export function readContent(
  kind: LedgerKind,
  given: Readonly<Record<string, unknown>>,
  where: Place,
): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(ledgerFields[kind], name));
  const allowed = Object.keys(ledgerFields[kind]).join(', ');
  if (unknown.length > 0) throw wrong(where, kind, unknown.join(', '), allowed);
  const content = Object.fromEntries(
    Object.entries(ledgerFields[kind]).map(([name, form]) => [
      name,
      readField(given[name], form, phrases.within(where, name)),
    ]),
  );
  checkContent(kind, content, where);
  return content;
}

function readField(found: unknown, form: FieldForm, where: Place): unknown {
  if (form === 'number') return readNumber(found, where);
  if (form === 'list') return readList(found, where);
  const text = found === null || found === undefined ? '' : found;
  if (typeof text !== 'string' || unstorable.test(text)) {
    throw wrong(where, '', found, { en: 'text without control characters', zh: '不含控制字符的文本' });
  }
  if (form === 'text') return text;
  if (form === 'needed') {
    if (text.trim() === '') throw wrong(where, '', '', { en: 'words', zh: '文字' });
    return text;
  }
  if (!form.includes(text)) throw wrong(where, '', text, form.filter(Boolean).join(', '));
  return text === '' ? null : text;
}

function readNumber(found: unknown, where: Place): number | null {
  if (found === null || found === undefined || found === '') return null;
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong(where, '', found, phrases.number);
  return number;
}

function readList(found: unknown, where: Place): readonly string[] {
  if (found === null || found === undefined || found === '') return [];
  const list = typeof found === 'string' ? parsed(found) : found;
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string' && !unstorable.test(one))) {
    throw wrong(where, '', found, { en: 'a list of texts, ["…"]', zh: '文本列表 ["…"]' });
  }
  return list;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What fields must be together. */
function checkContent(kind: LedgerKind, content: Readonly<Record<string, unknown>>, where: Place): void {
  const { deadline, budget, lon, lat } = content;
  if (kind === 'measure') {
    if (typeof budget === 'number' && budget < 0)
      throw wrong(where, 'budget', budget, { en: 'yuan, not below 0', zh: '不小于 0 的金额（元）' });
  }
  if (typeof deadline === 'string' && deadline !== '' && !isDay(deadline)) {
    throw wrong(where, 'deadline', deadline, { en: 'a day such as 2027-06-30', zh: '日期，如 2027-06-30' });
  }
  if (kind === 'file' && !isFile(content)) {
    const expected = { en: 'SHA-256 and number of bytes of a file', zh: '文件的 SHA-256 与字节数' };
    throw wrong(where, 'sha256, bytes', [content.sha256, content.bytes], expected);
  }
  if (kind !== 'opened') return;
  if ((lon === null) !== (lat === null))
    throw wrong(where, 'lon, lat', [lon, lat], { en: 'both or neither', zh: '两者都填或都不填' });
  const within = (value: unknown, bound: number) => value === null || Math.abs(Number(value)) <= bound;
  if (!within(lon, 180) || !within(lat, 90))
    throw wrong(where, 'lon, lat', [lon, lat], { en: 'degrees', zh: '度数' });
}

function isFile({ sha256, bytes }: Readonly<Record<string, unknown>>): boolean {
  return /^[0-9a-f]{64}$/.test(String(sha256)) && Number.isSafeInteger(bytes) && Number(bytes) > 0;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return found !== null && typeof found === 'object' && !Array.isArray(found);
}

function withoutContent({ content: _content, ...rest }: Readonly<Record<string, unknown>>) {
  return rest;
}

function wrong(where: Place, field: string, found: unknown, expected: string | Text): AfterlodeError {
  const place = field === '' ? where : phrases.within(where, field);
  const shown = typeof found === 'string' ? found : (JSON.stringify(found) ?? phrases.nothing);
  return new AfterlodeError('LEDGER_VALUE', place, { found: shown === '' ? '""' : shown, expected });
}
