import type { LedgerEntry } from '../../assess/index.js';
import { AfterlodeError, type Language, sha256Text } from '../../base/index.js';
import { type CalendarEntry, printCalendar } from '../../print/index.js';
import type { AccessCall } from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import type { FormFile } from '../checkup/annual.js';
import type { Workspace } from '../workspace.js';
import type { LedgerFilter } from './filter.js';
import { finding, ledger } from './ledger.js';

/** Which days a calendar has. */
export interface CalendarCall extends Pick<LedgerFilter, 'city' | 'area' | 'person'> {
  /** Only this finding. */
  readonly finding?: string;
  readonly lang: Language;
  /** Days before the day on which it reminds; 0: on the day itself. */
  readonly remind?: number;
}

const mostDays = 365;

/**
 * Deadlines of findings as a calendar file. Those that are done, closed or dropped stand in it as cancelled, so that a calendar which has
 * read them strikes them out.
 *
 * @throws AfterlodeError LEDGER_FINDING, CALL_OPTION, ACCESS_SESSION, ACCESS_DENIED, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function ledgerCalendar(
  ws: Workspace,
  { finding: name, lang, remind = 0, ...filter }: CalendarCall,
  access: AccessCall,
): Promise<FormFile> {
  if (!Number.isSafeInteger(remind) || remind < 0 || remind > mostDays) {
    const expected = { en: `whole days, 0 to ${mostDays}`, zh: `0 至 ${mostDays} 的整数天` };
    throw new AfterlodeError('CALL_OPTION', 'remind', { found: String(remind), expected });
  }
  const rows = name === undefined ? await ledger(ws, filter, access) : [await finding(ws, name, access)];
  const entries = rows.map((row) => entryOf(row, lang)).filter((one) => one !== null);
  const title = lang === 'zh' ? '问题期限' : 'Deadlines of findings';
  return {
    fileName: `findings-${ws.options.on}.ics`,
    mediaType: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(printCalendar(entries, { name: title, lang, remind })),
  };
}

/** null where no deadline was ever set. */
function entryOf(row: LedgerRow, lang: Language): CalendarEntry | null {
  const deciding = row.history.filter(
    ({ kind }) => kind === 'measure' || kind === 'assigned' || kind === 'status',
  );
  const day = row.due === '' ? lastDay(row.history) : row.due;
  const last = deciding.at(-1);
  if (day === '' || last === undefined) return null;
  const { measure, assignment, lon, lat } = row;
  const place = row.place === '' ? '' : ` · ${row.place}`;
  return {
    uid: `${sha256Text(row.id).slice(0, 32)}@afterlode`,
    sequence: deciding.length - 1,
    changedAt: last.at,
    day,
    title: `${row.name[lang]} · ${row.label[lang]}${place}`,
    text: [measure?.measure, measure?.body, assignment?.person, assignment?.office, assignment?.note, row.id]
      .filter(Boolean)
      .join('\n'),
    lon,
    lat,
    cancelled: row.due === '',
  };
}

/** The day that was set last, where nothing is due any more. */
function lastDay(history: LedgerEntry['events']): string {
  const days = history.flatMap((event) =>
    event.kind === 'measure' || event.kind === 'assigned' ? [event.content.deadline] : [],
  );
  return days.findLast((day) => day !== '') ?? '';
}
