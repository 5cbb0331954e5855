import type { CityId, IndicatorId, Period } from '../../base/index.js';
import type { UnitChoice } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import { formatAddress } from '../address.js';
import { cellValue } from '../judge.js';
import { chooseUnits, levelsBeyondList } from './choose-units.js';
import type { ClaimGap, ClaimInput, ClaimWorld } from './types.js';

/** The chosen units with the panel each one's figures stand in. */
export interface ChosenUnit {
  readonly city: City;
  readonly panel: Panel;
  readonly row: number;
}

/** The chosen units that a panel has; a unit without a row in any is kept with row -1, since its value is missing. */
export function unitsOf(world: ClaimWorld, choice: UnitChoice): readonly ChosenUnit[] {
  const beyond = levelsBeyondList(choice).length > 0;
  const rows = new Map<Panel, ReadonlyMap<CityId, number>>();
  return chooseUnits(world.register, choice).map((city) => {
    const panel = beyond ? (world.byLevel.get(city.level) ?? world.listed) : world.listed;
    const known = rows.get(panel) ?? new Map(panel.cities.map((one, row) => [one, row] as const));
    rows.set(panel, known);
    return { city, panel, row: known.get(city.id) ?? -1 };
  });
}

/** One value of a unit as an input, with its address. */
export function inputOf(
  world: ClaimWorld,
  unit: ChosenUnit,
  indicator: IndicatorId,
  period: Period,
  counted: boolean | null = null,
): ClaimInput {
  const { city, panel, row } = unit;
  const at = panel.periods.indexOf(period);
  const definition = world.catalog.indicators.get(indicator);
  const flags = panel.columns.get(indicator)?.flags[row * panel.periods.length + at] ?? 0;
  const value = cellValue(panel, indicator, row, at);
  return {
    address: formatAddress({ kind: 'value', city: city.id, period, indicator }),
    label: definition?.label ?? { en: indicator, zh: indicator },
    city: city.id,
    indicator,
    period,
    value,
    unit: definition?.unit ?? ('' as ClaimInput['unit']),
    counted,
    doubtful: !Number.isNaN(value) && (flags & (flag.doubtful | flag.estimated)) !== 0,
    reference: null,
    mark: null,
  };
}

/** Tells who lacks what, and which import would fill it. */
export function missingGap(
  world: ClaimWorld,
  without: readonly City[],
  all: number,
  indicators: readonly IndicatorId[],
  period: Period,
): ClaimGap {
  const label = (lang: 'en' | 'zh') =>
    indicators
      .map((one) => world.catalog.indicators.get(one)?.label[lang] ?? one)
      .join(lang === 'zh' ? '、' : ', ');
  return {
    reason: {
      en: lacking(without, all, label('en'), period),
      zh: lackingZh(without, all, label('zh'), period),
    },
    needs: {
      en: `a table with ${indicators.join(', ')} of ${period}`,
      zh: `含${period}年 ${indicators.join('、')} 的表`,
    },
  };
}

/** Few names are enough to find the rest. */
const mostNamed = 3;

function lacking(without: readonly City[], all: number, label: string, period: Period): string {
  const names = without.slice(0, mostNamed).map(({ name }) => name.en);
  if (all === 1) return `${names.join('')} has no ${label} of ${period}`;
  if (without.length === all) return `none of ${all} units has ${label} of ${period}`;
  const more = without.length > mostNamed ? ', …' : '';
  return `${without.length} of ${all} units have no ${label} of ${period}: ${names.join(', ')}${more}`;
}

function lackingZh(without: readonly City[], all: number, label: string, period: Period): string {
  const names = without.slice(0, mostNamed).map(({ name }) => name.zh);
  if (all === 1) return `${names.join('')}缺${period}年的${label}`;
  if (without.length === all) return `${all}个单位都缺${period}年的${label}`;
  const more = without.length > mostNamed ? '等' : '';
  return `${all}个单位中有${without.length}个缺${period}年的${label}：${names.join('、')}${more}`;
}
