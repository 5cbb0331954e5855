import { AfterlodeError } from '../../../base/index.js';
import type {
  AggregationRule,
  ForcedTreatment,
  Imputation,
  Normalisation,
  ScaleScope,
  Screening,
  Transform,
} from '../types.js';
import { choiceAt, numberAt, textAt, wordOf } from './words.js';

/** Words of `--impute`; `group-…` names a column, the last four may name the largest gap. */
export const imputations = [
  'none',
  'mean',
  'median',
  'group-mean',
  'group-median',
  'row-mean',
  'row-median',
  'latest',
  'constant',
  'linear',
  'linear-constant',
] as const;

/** `mean`, `group-mean:COLUMN`, `latest:2`. */
export function imputationOf(text: string): Imputation {
  const found = wordOf(text, imputations, '--impute');
  switch (found.word) {
    case 'group-mean':
    case 'group-median':
      return { method: found.word, by: textAt(found, 0, 'COLUMN') };
    case 'latest':
    case 'constant':
    case 'linear':
    case 'linear-constant': {
      const gap = numberAt(found, 0, Number.NaN);
      return { method: found.word, maximumGap: Number.isNaN(gap) ? null : gap };
    }
    default:
      return { method: found.word };
  }
}

/** Words of `--normalise`. */
export const normalisations = [
  'minmax',
  'zscore',
  'rank',
  'percentile',
  'goalposts',
  'borda',
  'scaled',
  'distance-to-max',
  'distance-to-reference',
  'distance-to-target',
  'fraction-of-max',
  'none',
] as const;

/** `minmax:1:100`, `zscore:10:2`, `scaled:FROM:SPAN`, `distance-to-reference:UNIT:capped`. */
export function normalisationOf(text: string, [low, high]: readonly [number, number]): Normalisation {
  const found = wordOf(text, normalisations, '--normalise');
  switch (found.word) {
    case 'minmax':
      return {
        method: 'minmax',
        low: numberAt(found, 0, low),
        high: numberAt(found, 1, high),
        trim: numberAt(found, 2, 0),
      };
    case 'zscore':
      return { method: 'zscore', mean: numberAt(found, 0, 0), deviation: numberAt(found, 1, 1) };
    case 'scaled':
      return { method: 'scaled', from: numberAt(found, 0, 0), span: numberAt(found, 1, 1) };
    case 'distance-to-reference': {
      const unit = textAt(found, 0, 'UNIT');
      return { method: found.word, unit, capped: choiceAt(found, 1, ['open', 'capped']) === 'capped' };
    }
    case 'distance-to-target':
      return { method: found.word, capped: choiceAt(found, 0, ['open', 'capped']) === 'capped' };
    default:
      return { method: found.word };
  }
}

/** Words of `--aggregate`. */
export const aggregations = [
  'amean',
  'gmean',
  'hmean',
  'power',
  'copeland',
  'wroclaw',
  'mpi',
  'ampi',
  'owa',
  'owa-best',
  'owa-worst',
  'bod',
] as const;

/** `power:0.5`, `mpi:plus`, `owa-best:5`, `owa:0.5:0.3:0.2`, `bod:0.05:0.3`. */
export function aggregationOf(text: string): AggregationRule {
  const found = wordOf(text, aggregations, '--aggregate');
  switch (found.word) {
    case 'power':
      return { rule: 'power', exponent: numberAt(found, 0, 2) };
    case 'mpi':
    case 'ampi':
      return { rule: found.word, penalty: choiceAt(found, 0, ['minus', 'plus']) };
    case 'owa':
      textAt(found, 0, 'WEIGHT:WEIGHT…');
      return { rule: 'owa', weights: found.rest.map((_, at) => numberAt(found, at, 0)) };
    case 'owa-best':
    case 'owa-worst':
      textAt(found, 0, 'COUNT');
      return {
        rule: 'owa',
        mean: found.word === 'owa-best' ? 'best' : 'worst',
        count: numberAt(found, 0, 1),
      };
    case 'bod':
      return { rule: 'bod', low: numberAt(found, 0, 0), high: numberAt(found, 1, 1) };
    default:
      return { rule: found.word };
  }
}

/** `0.9`, `0.9:zeros`, `0.9:missing:observed`, `none`. */
export function screeningOf(text: string): Screening | null {
  if (text === 'none') return null;
  const [share = '', by = 'missing', of = 'imputed'] = text.split(':');
  const threshold = share.trim() === '' ? Number.NaN : Number(share);
  const counted = (['missing', 'zeros', 'either'] as const).find((one) => one === by);
  const cells = (['imputed', 'observed'] as const).find((one) => one === of);
  if (threshold >= 0 && threshold <= 1 && counted && cells) return { threshold, by: counted, of: cells };
  throw new AfterlodeError('CALL_OPTION', '--screen', {
    found: text,
    expected: {
      en: 'none, or a share from 0 to 1, with :missing, :zeros or :either, then :imputed or :observed',
      zh: 'none，或 0 到 1 之间的比例，可接 :missing、:zeros 或 :either，再接 :imputed 或 :observed',
    },
  });
}

/** `log`, `log-plus`, `log-original`, `box-cox:LAMBDA`; `none` is none. */
export function transformOf(text: string, option: string): Transform | null {
  const found = wordOf(text, ['log', 'log-plus', 'log-original', 'box-cox', 'none'], option);
  if (found.word === 'box-cox') return { boxCox: numberAt(found, 0, 0) };
  return found.word === 'none' ? null : found.word;
}

/** `winsorise:3`, `leave`, or a transform. */
export function forcedOf(text: string): ForcedTreatment {
  const option = '--treat-forced';
  const found = wordOf(text, ['winsorise', 'leave', 'log', 'log-plus', 'log-original', 'box-cox'], option);
  if (found.word === 'leave') return { leave: true };
  if (found.word !== 'winsorise') return { transform: transformOf(text, option) as Transform };
  textAt(found, 0, 'COUNT');
  return { winsorise: numberAt(found, 0, 1) };
}

/** `each`, `whole`, or a time. */
export function scaleScopeOf(text: string): ScaleScope {
  if (text === 'each' || text === 'whole') return text;
  const time = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(time)) return { time };
  throw new AfterlodeError('CALL_OPTION', '--scale', {
    found: text,
    expected: { en: 'each, whole, or a time of the table', zh: 'each、whole，或表中的时间' },
  });
}
