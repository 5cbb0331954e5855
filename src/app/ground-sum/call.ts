import { classLabel, parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { GradeValues, GroundKind } from '../../locate/index.js';
import { numberOf, type Written } from '../composite/words.js';
import { findingYear } from '../land/call.js';
import { crsOfWord } from '../zonal/words.js';

/** Options of the sum as a command or a request writes them. */
export interface GroundWords {
  /** Reference system of layers that do not say theirs. */
  readonly crs?: string;
  /** Plane in which all is measured, `EPSG:n`. */
  readonly metres?: string;
  /** Side of the cells, m; default that of the catalog. */
  readonly cell?: Written;
  /** Property that names the parcels. */
  readonly parcelId?: string;
  /** With parcels: streets that pass within so many m count; default that of the catalog. */
  readonly streetReach?: Written;
  /** Vacant land counts by its confidence. */
  readonly byConfidence?: boolean | 'true' | 'false';
  /** `area` (of inefficient plots) or `score` (mean of the plots by area). */
  readonly landBy?: string;
  /** City whose ledger gives findings, and their year. */
  readonly ledger?: string;
  readonly period?: string;
  /** Of the double-high zones; defaults those of the catalog. */
  readonly zoneCell?: Written;
  readonly quantile?: Written;
  readonly buffer?: Written;
}

/** Options, checked, with the settings of the catalog. */
export interface GroundOptions {
  readonly crs: string | null;
  readonly metres: string | null;
  readonly cellM: number;
  readonly parcelId: string | undefined;
  /** 0: streets inside parcels only. */
  readonly streetReachM: number;
  readonly byConfidence: boolean;
  readonly landBy: 'area' | 'score';
  readonly ledger: string | null;
  readonly period: string | null;
  readonly zoneCellM: number;
  readonly quantile: number;
  readonly bufferM: number;
  readonly weights: Readonly<Record<GroundKind, number>>;
  readonly kindLabel: (kind: GroundKind) => Text;
  readonly hazard: GradeValues;
  /** Least share of a place that must have been looked at. */
  readonly lookedLeast: number;
  /** Fewer homes in a place are not told. */
  readonly smallest: number;
}

/** @throws AfterlodeError CALL_OPTION */
export function groundOptions(words: GroundWords, catalog: Catalog): GroundOptions {
  const value = (name: string) => parameterValue(catalog, name);
  const weight = (kind: GroundKind) => value(`ground_weight_${kind}`);
  const { landBy = 'area', ledger = null, period } = words;
  if (landBy !== 'area' && landBy !== 'score') throw wrong('--land-by', landBy, phrases.oneOf('area, score'));
  return {
    crs: crsOfWord('--crs', words.crs),
    metres: crsOfWord('--metres', words.metres),
    cellM: metresOf('--cell', words.cell ?? value('ground_cell'), 1),
    parcelId: words.parcelId,
    streetReachM: metresOf('--street-reach', words.streetReach ?? value('ground_street_reach'), 0),
    byConfidence: String(words.byConfidence) === 'true',
    landBy,
    ledger,
    period: ledger === null && period === undefined ? null : findingYear(period),
    zoneCellM: metresOf('--zone-cell', words.zoneCell ?? value('ground_zone_cell'), 1),
    quantile: quantileOf(words.quantile ?? value('ground_zone_quantile')),
    bufferM: metresOf('--buffer', words.buffer ?? value('ground_zone_buffer'), 0),
    weights: {
      subsidence: weight('subsidence'),
      disorder: weight('disorder'),
      vacant_land: weight('vacant_land'),
      vacancy: weight('vacancy'),
      inefficient_land: weight('inefficient_land'),
    },
    kindLabel: (kind) => classLabel(catalog, 'ground_kind', kind),
    hazard: [
      value('ground_hazard_low'),
      value('ground_hazard_moderate'),
      value('ground_hazard_high'),
      value('ground_hazard_severe'),
    ],
    lookedLeast: value('ground_looked_least'),
    smallest: value('vacancy_smallest'),
  };
}

function metresOf(option: string, written: Written, least: number): number {
  const found = numberOf(option, written);
  if (found >= least && found <= 100_000) return found;
  throw wrong(option, String(written), {
    en: `metres, from ${least} to 100000`,
    zh: `以米为单位，${least} 至 100000`,
  });
}

function quantileOf(written: Written): number {
  const found = numberOf('--quantile', written);
  if (found >= 0 && found < 1) return found;
  throw wrong('--quantile', String(written), { en: 'from 0 to below 1', zh: '不小于 0 且小于 1' });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
