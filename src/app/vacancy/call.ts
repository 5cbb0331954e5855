import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { FusionSettings, MeterLimits, MeterRule } from '../../locate/index.js';
import type { AccessCall } from '../access/call.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of vacancy as a command or a request writes them. */
export interface VacancyWords {
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
  /** `bayes` (sources joined by their errors) or `median`. */
  readonly method?: string;
  /** Share of cases in which the interval holds the truth. */
  readonly confidence?: Written;
  /** First and last month of the heating season, `11-3`. */
  readonly heating?: string;
  /** City in whose ledger estates become findings, from which rate, and the year of these findings. */
  readonly findings?: string;
  readonly findingRate?: Written;
  readonly period?: string;
}

/** The command `vacancy`, as written. */
export interface VacancyCall extends VacancyWords {
  /** Table `estate,units[,cell]`. */
  readonly estates: string;
  /** Table `estate,source,occupied,error`. */
  readonly occupied?: string;
  /** Table of readings. */
  readonly meters?: string;
  /** Table of visits, `estate,checked,occupied`. */
  readonly checked?: string;
  /** GeoJSON of the estates. */
  readonly places?: string;
  readonly crs?: string;
  /** Folder for vacancy.csv, city.csv, a workbook and, with places, vacancy.geojson. */
  readonly out?: string;
}

/** Settings of the catalog, with what the call says. */
export interface VacancyOptions {
  readonly fusion: FusionSettings;
  readonly limits: MeterLimits;
  readonly rule: MeterRule;
  /** Units of the smallest estate or cell whose vacancy is told. */
  readonly smallest: number;
}

/** @throws AfterlodeError CALL_OPTION */
export function vacancyOptions(words: VacancyWords, catalog: Catalog): VacancyOptions {
  const value = (name: string) => parameterValue(catalog, name);
  const method = words.method ?? 'bayes';
  if (method !== 'bayes' && method !== 'median')
    throw wrong('--method', method, phrases.oneOf('bayes, median'));
  const checks = new Set(catalog.classes.get('vacancy_check_source')?.classes.map(({ id }) => id));
  return {
    fusion: { method, checks, confidence: confidenceOf(words.confidence ?? value('vacancy_confidence')) },
    limits: { waterM3: value('vacancy_water'), powerKwh: value('vacancy_power') },
    rule: { months: value('vacancy_months'), heating: heatingOf(words.heating, catalog) },
    smallest: value('vacancy_smallest'),
  };
}

function confidenceOf(written: Written): number {
  const found = numberOf('--confidence', written);
  if (found > 0.5 && found < 1) return found;
  throw wrong('--confidence', String(written), { en: 'above 0.5 and below 1', zh: '大于 0.5 且小于 1' });
}

function heatingOf(word: string | undefined, catalog: Catalog): MeterRule['heating'] {
  const [first, last] = [
    parameterValue(catalog, 'vacancy_heating_first'),
    parameterValue(catalog, 'vacancy_heating_last'),
  ];
  // At 0 nobody has set them.
  if (word === undefined) return first === 0 || last === 0 ? null : [first, last];
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(word.trim()) ?? [];
  const is = (one: number) => one >= 1 && one <= 12;
  if (is(Number(from)) && is(Number(to))) return [Number(from), Number(to)];
  throw wrong('--heating', word, { en: 'two months such as 11-3', zh: '起止月份，如 11-3' });
}

/** The rate from which an estate is a finding: that of the call, else of the catalog; null where nobody has said one. */
export function findingRateOf(written: Written | undefined, catalog: Catalog): number | null {
  // At 0 nobody has set it.
  if (written === undefined) return parameterValue(catalog, 'vacancy_finding') || null;
  const found = numberOf('--finding-rate', written);
  if (found > 0 && found < 1) return found;
  throw wrong('--finding-rate', String(written), { en: 'above 0 and below 1', zh: '大于 0 且小于 1' });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
