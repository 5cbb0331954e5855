import type { Language } from '../base/index.js';

/** A day in a calendar: something is due. */
export interface CalendarEntry {
  /** The same for ever, so that a calendar that knows the entry changes it and makes no second one. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  /** Instant of the last change, ISO 8601. */
  readonly changedAt: string;
  /** Day such as 2027-06-30. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  /** Degrees; null where nobody knows. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Over or taken back: a calendar that has it strikes it out. */
  readonly cancelled: boolean;
}

/**
 * A calendar by RFC 5545: an all-day event for each entry, with a reminder at nine in the morning. A day has no zone: it is the day wherever
 * it is read.
 *
 * @param remind days before the day on which the reminder rings; 0: on the day itself
 */
export function printCalendar(
  entries: readonly CalendarEntry[],
  { name, lang, remind }: { readonly name: string; readonly lang: Language; readonly remind: number },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//afterlode//findings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, lang, remind)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry, lang: Language, remind: number): readonly string[] {
  const language = `LANGUAGE=${lang === 'zh' ? 'zh-CN' : 'en'}`;
  const { lon, lat } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.changedAt)}`,
    `LAST-MODIFIED:${stamp(entry.changedAt)}`,
    `DTSTART;VALUE=DATE:${plainDay(entry.day, 0)}`,
    `DTEND;VALUE=DATE:${plainDay(entry.day, 1)}`,
    'TRANSP:TRANSPARENT',
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY;${language}:${escaped(entry.title)}`,
    `DESCRIPTION;${language}:${escaped(entry.text)}`,
    ...(lon === null || lat === null ? [] : [`GEO:${lat};${lon}`]),
    ...(entry.cancelled ? [] : alarmLines(entry, language, remind)),
    'END:VEVENT',
  ];
}

function alarmLines({ title }: CalendarEntry, language: string, remind: number): readonly string[] {
  const hours = remind * 24 - 9;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${hours > 0 ? '-' : ''}PT${Math.abs(hours)}H`,
    `DESCRIPTION;${language}:${escaped(title)}`,
    'END:VALARM',
  ];
}

/** Text by 3.3.11: backslash, semicolon, comma and line ends; other control characters may not stand in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (letter) => `\\${letter}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Lines of at most 75 bytes, by 3.1; no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > 75) {
      parts.push(part);
      // The blank at the beginning counts.
      [part, bytes] = [' ', 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

function stamp(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A day as the standard writes it, some days later. */
function plainDay(day: string, later: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + later);
  return at.toISOString().slice(0, 10).replaceAll('-', '');
}
