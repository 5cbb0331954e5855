import { AfterlodeError } from '../../base/index.js';
import type { AccessCall } from '../access/call.js';
import { crsOfWord } from '../zonal/words.js';
import { type HeightStatistic, heightStatisticOf } from './heights.js';

/** Options of inefficient land as a command or a request writes them. */
export interface LandWords {
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
  /** Reference system of layers that do not say theirs. */
  readonly crs?: string;
  /** Plane in which areas are measured, `EPSG:n`. */
  readonly metres?: string;
  /** Property that names the plots. */
  readonly plotId?: string;
  /** Id of one text of `catalog/land_rules/`, in place of those in force. */
  readonly rules?: string;
  /** Classification of industries that codes in the table are of. */
  readonly industryCodes?: string;
  /** Of the raster of heights: `median` and others. */
  readonly heightStatistic?: string;
  /** City in whose ledger each inefficient plot becomes a finding, and the year of these findings. */
  readonly findings?: string;
  readonly period?: string;
}

/** The command `inefficient-land`, as written. */
export interface LandCall extends LandWords {
  /** GeoJSON. */
  readonly plots: string;
  readonly buildings: string;
  /** Table with a row for each plot. */
  readonly attributes?: string;
  /** GeoTIFF of heights in metres, for buildings with neither storeys nor height. */
  readonly heights?: string;
  /** Folder for plots.geojson, plots.csv and plots.xlsx. */
  readonly out?: string;
}

/** Options, checked. */
export interface LandOptions {
  readonly crs: string | null;
  readonly metres: string | null;
  readonly plotId: string | undefined;
  readonly rules: string | null;
  readonly industryCodes: string | null;
  readonly heightStatistic: HeightStatistic;
}

/** @throws AfterlodeError CALL_OPTION */
export function landOptions(words: LandWords): LandOptions {
  return {
    crs: crsOfWord('--crs', words.crs),
    metres: crsOfWord('--metres', words.metres),
    plotId: words.plotId,
    rules: words.rules ?? null,
    industryCodes: words.industryCodes ?? null,
    heightStatistic: heightStatisticOf(words.heightStatistic),
  };
}

/** The year of findings: a plot measured without saying when is no evidence. */
export function findingYear(period: string | undefined): string {
  if (period !== undefined && /^\d{4}$/.test(period)) return period;
  throw new AfterlodeError('CALL_OPTION', '--period', {
    found: period ?? { en: 'nothing', zh: '空' },
    expected: { en: 'the year of the survey, such as 2025', zh: '调查年份，如 2025' },
  });
}
