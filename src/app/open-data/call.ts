import { AfterlodeError, type Language } from '../../base/index.js';

/** What can be exported. */
export const exportKinds = ['values', 'scores', 'units', 'findings'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** In which form. */
export const exportFormats = ['csv', 'parquet', 'xlsx', 'geojson', 'jsonstat', 'sdmx-csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What of the observations, indicators and scores is asked for; without a choice all of it. */
export interface OpenChoice {
  /** Years of the data. */
  readonly periods?: readonly string[];
  /** Indicators of values; indices or nodes of scores. */
  readonly indicators?: readonly string[];
  /** Code, id, Chinese or English name, or pinyin. */
  readonly units?: readonly string[];
}

export interface ExportCall extends OpenChoice {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  /** Of CSV: whether the file begins with the mark by which Excel knows UTF-8; default it does. */
  readonly mark?: boolean;
  /** Language of the labels of JSON-stat, which has room for one. */
  readonly lang: Language;
}

/** Formats of numbers by unit, indicator and period. */
const ofCubes: readonly ExportFormat[] = ['jsonstat', 'sdmx-csv'];

/**
 * What fits together: JSON-stat and SDMX-CSV hold numbers by unit, indicator and period; findings have periods but no indicators,
 * units of the register neither.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function checkExport({ kind, format, periods, indicators }: ExportCall): void {
  const isCube = kind === 'values' || kind === 'scores';
  const others = exportFormats.filter((one) => !ofCubes.includes(one));
  if (!isCube && ofCubes.includes(format)) refuse('format', format, others.join(', '));
  const none = (kinds: string) => ({ en: `nothing but for ${kinds}`, zh: `仅用于 ${kinds}` });
  if (!isCube && indicators !== undefined) refuse('indicator', indicators.join(', '), none('values, scores'));
  if (kind === 'units' && periods !== undefined)
    refuse('period', periods.join(', '), none('values, scores, findings'));
}

/**
 * The items that were asked for, in the order of the list; all where nothing was asked.
 *
 * @throws AfterlodeError CALL_OPTION for what is not on the list
 */
export function chosen<T>(
  option: string,
  all: readonly T[],
  asked: readonly string[] | undefined,
  fits: (item: T, word: string) => boolean,
  expected: string | { readonly en: string; readonly zh: string },
): readonly T[] {
  if (asked === undefined) return all;
  for (const word of asked) if (!all.some((item) => fits(item, word))) refuse(option, word, expected);
  return all.filter((item) => asked.some((word) => fits(item, word)));
}

function refuse(
  option: string,
  found: string,
  expected: string | { readonly en: string; readonly zh: string },
): never {
  throw new AfterlodeError('CALL_OPTION', option, { found, expected });
}
