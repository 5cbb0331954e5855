import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { crsNamed, type ZonalStatistic, zonalStatistics } from '../../locate/index.js';

/**
 * Statistics from `mean,sum`, each once.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function statisticsOf(words: string): ZonalStatistic[] {
  const asked = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const known = asked.filter((word): word is ZonalStatistic =>
    zonalStatistics.includes(word as ZonalStatistic),
  );
  if (known.length === 0 || known.length < asked.length) {
    const found = asked.find((word) => !zonalStatistics.includes(word as ZonalStatistic)) ?? phrases.nothing;
    throw fault('--stats', found, phrases.oneOf(zonalStatistics.join(', ')));
  }
  return [...new Set(known)];
}

/**
 * Bands, from 0, of words such as `3`, `1-12` and `all`; each once, in the order given. Without words the first.
 *
 * @param count bands of the raster
 * @throws AfterlodeError CALL_OPTION
 */
export function bandsOf(words: readonly string[], count: number): number[] {
  const expected = {
    en: `a number from 1 to ${count}, a range such as 1-12, or all`,
    zh: `1 到 ${count} 的数、范围（如 1-12）或 all`,
  };
  const bands = words.flatMap((word) => {
    if (word === 'all') return Array.from({ length: count }, (_, at) => at);
    const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(word) ?? [];
    const [first, last] = [Number(from), Number(to ?? from)];
    if (!(first >= 1 && last >= first && last <= count)) throw fault('--band', word, expected);
    return Array.from({ length: last - first + 1 }, (_, at) => first - 1 + at);
  });
  return bands.length === 0 ? [0] : [...new Set(bands)];
}

/**
 * `EPSG:n` from the word of an option; null where it was not given.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function crsOfWord(option: string, word: string | undefined): string | null {
  if (word === undefined) return null;
  const crs = crsNamed(/^\d+$/.test(word) ? `EPSG:${word}` : word);
  if (crs === null) throw fault(option, word, { en: 'a name such as EPSG:4326', zh: '名称，如 EPSG:4326' });
  return crs;
}

function fault(option: string, found: string | Text, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
