/** Failures in a row that have something in common. */
export interface Failures {
  readonly count: number;
  /** Instant of the last one, ISO 8601. */
  readonly last: string;
}

/** When failures make wait, and for how long; seconds. */
export interface WaitRule {
  /** Failures from which there is a wait. */
  readonly failures: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** After this time without a failure counting begins anew. */
  readonly forget: number;
}

/**
 * Until when sign-in has to wait: the first wait at the failure that reaches the rule's number, twice as long at each one after it, up to
 * the longest.
 *
 * @returns instant, ISO 8601; null where there is no wait at `at`
 */
export function waitsUntil(failures: Failures | null, rule: WaitRule, at: string): string | null {
  if (failures === null || failures.count < rule.failures) return null;
  const doublings = Math.min(failures.count - rule.failures, 40);
  const seconds = Math.min(rule.firstWait * 2 ** doublings, rule.longestWait);
  const until = Date.parse(failures.last) + seconds * 1000;
  return until > Date.parse(at) ? new Date(until).toISOString() : null;
}

/** The failures with one more at an instant. */
export function afterFailure(failures: Failures | null, rule: WaitRule, at: string): Failures {
  const gone =
    failures === null ||
    Date.parse(at) - Date.parse(failures.last) > Math.max(rule.forget, rule.longestWait) * 1000;
  return { count: gone ? 1 : failures.count + 1, last: at };
}

/**
 * What failures of one sender have in common: an IPv4 address, or of IPv6 the half that names the network, as one sender has all
 * addresses of it.
 */
export function senderOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain.slice(0, 64);
  const [left = '', right] = plain.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const missing = 8 - groups(left).length - groups(right ?? '').length;
  const whole = [
    ...groups(left),
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...groups(right ?? ''),
  ];
  return `${whole.slice(0, 4).join(':')}::/64`.slice(0, 64);
}
