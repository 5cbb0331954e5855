import { describe, expect, it } from 'vitest';
import { afterFailure, type Failures, senderOf, waitsUntil } from './lock-out.js';
import { accessSettings } from './settings.js';

const at = '2026-03-01T08:00:00.000Z';
const rule = { failures: 3, firstWait: 60, longestWait: 200, forget: 3600 };
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

function waitAfter(count: number): number | null {
  const until = waitsUntil({ count, last: at }, rule, at);
  return until === null ? null : (Date.parse(until) - Date.parse(at)) / 1000;
}

describe('lock-out', () => {
  it('begins at the failure that the rule names and doubles up to the longest wait', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 999].map(waitAfter)).toEqual([null, null, null, 60, 120, 200, 200, 200]);
    expect(waitsUntil(null, rule, at)).toBeNull();
  });

  it('ends after the wait', () => {
    const failures = { count: 3, last: at };
    expect(waitsUntil(failures, rule, later(59))).toBe(later(60));
    expect(waitsUntil(failures, rule, later(60))).toBeNull();
  });

  it('counts on after a wait and anew after a long time', () => {
    const counted = [0, 1, 2, 70, 3700].reduce<Failures | null>(
      (failures, seconds) => afterFailure(failures, rule, later(seconds)),
      null,
    );
    expect(counted).toEqual({ count: 1, last: later(3700) });
    expect(afterFailure({ count: 4, last: at }, rule, later(3600))).toEqual({ count: 5, last: later(3600) });
  });

  it('keeps guesses of one password below a bound a day, whatever the pace', () => {
    const { pair } = accessSettings.lockOut;
    let failures: Failures | null = null;
    let tried = 0;
    for (let second = 0; second < 86_400; second += 1) {
      if (waitsUntil(failures, pair, later(second)) !== null) continue;
      failures = afterFailure(failures, pair, later(second));
      tried += 1;
    }
    // 4 free ones; the fifth to tenth are followed by 1, 2, 4 … 32 minutes; 23 from second 3784 on, an hour apart
    expect(tried).toBe(33);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:DB8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('takes %s as a sender of its own or of its network', (address, sender) => {
    expect(senderOf(address)).toBe(sender);
  });
});
