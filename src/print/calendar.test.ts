import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, printCalendar } from './calendar.js';

const entry: CalendarEntry = {
  uid: 'a1@afterlode',
  sequence: 2,
  changedAt: '2026-11-22T08:09:10.123Z',
  day: '2028-02-28',
  title: 'Repair; the "roof", now',
  text: 'one\ntwo\\',
  lon: 130.25,
  lat: 47.5,
  cancelled: false,
};
const print = (more: Partial<CalendarEntry> = {}, remind = 0) =>
  printCalendar([{ ...entry, ...more }], { name: 'Findings', lang: 'en', remind });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
/** The value of a property, unescaped as the standard says. */
const valueOf = (text: string, name: string) =>
  unfolded(text)
    .find((line) => line.startsWith(`${name};`) || line.startsWith(`${name}:`))
    ?.replace(/^[^:]*:/, '')
    .replace(/\\([\\;,nN])/g, (_all, letter: string) => (/n/i.test(letter) ? '\n' : letter));

describe('a calendar', () => {
  it('is RFC 5545, by hand', () => {
    expect(unfolded(print())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//afterlode//findings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Findings',
      'BEGIN:VEVENT',
      'UID:a1@afterlode',
      'SEQUENCE:2',
      'DTSTAMP:20261122T080910Z',
      'LAST-MODIFIED:20261122T080910Z',
      'DTSTART;VALUE=DATE:20280228',
      'DTEND;VALUE=DATE:20280229',
      'TRANSP:TRANSPARENT',
      'STATUS:CONFIRMED',
      'SUMMARY;LANGUAGE=en:Repair\\; the "roof"\\, now',
      'DESCRIPTION;LANGUAGE=en:one\\ntwo\\\\',
      'GEO:47.5;130.25',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT9H',
      'DESCRIPTION;LANGUAGE=en:Repair\\; the "roof"\\, now',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('rings days before at nine, and not for what is over', () => {
    expect(print({}, 7)).toContain('\r\nTRIGGER:-PT159H\r\n');
    const over = print({ cancelled: true, lon: null });
    expect(over).toContain('STATUS:CANCELLED');
    expect(over).not.toMatch(/VALARM|GEO/);
  });

  it('breaks lines at 75 bytes and no character in two, whatever the words, which come back as they were', () => {
    const words = fc
      .array(fc.constantFrom('a', '楼', '😀', ',', ';', '\\', '\n', ' ', ':', '"', 'n'), { maxLength: 200 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (title, text) => {
        const printed = print({ title, text });
        for (const line of printed.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\ufffd');
        }
        expect(valueOf(printed, 'SUMMARY')).toBe(title);
        expect(valueOf(printed, 'DESCRIPTION')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('drops control characters, which could end a line', () => {
    expect(valueOf(print({ title: 'a\u0000b\rEND:VEVENT' }), 'SUMMARY')).toBe('ab\nEND:VEVENT');
  });
});
