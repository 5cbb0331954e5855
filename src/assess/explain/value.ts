import { type CityId, type IndicatorId, type Period, sameText, type Text, yearOf } from '../../base/index.js';
import { describeFormula, type Formula, type Indicator } from '../../catalog/index.js';
import { acceptanceOf, flag, type LocatedCell, locateCell } from '../../observe/index.js';
import { formatAddress } from '../address.js';
import { formulaMethods } from '../formulas/index.js';
import { cellValue } from '../judge.js';
import { earlierPeriod } from '../operators.js';
import type { Explanation } from '../types.js';
import { flagged } from './flag-notes.js';
import { computationNode, judgementNode, missingNode, sourceNode } from './nodes.js';
import { acceptedRemark, flagRemarks, markRemarks } from './remarks.js';
import { once, placeText, titled, unitOf, type Walk } from './walk.js';

/** A value of a city: read from its sources, or computed from other values. */
export function explainValue(walk: Walk, city: CityId, period: Period, indicator: IndicatorId): Explanation {
  const id = formatAddress({ kind: 'value', city, period, indicator });
  return once(walk, id, () => {
    const definition = walk.catalog.indicators.get(indicator);
    if (!definition) return gapNode(walk, id, sameText(indicator), indicator, city, period, []);
    const node = definition.formula
      ? computedValue(walk, id, definition, definition.formula, city, period)
      : observedValue(walk, id, definition, city, period);
    return flagged(walk, node, city, period, indicator);
  });
}

function gapNode(
  walk: Walk,
  id: string,
  label: Text,
  indicator: IndicatorId,
  city: CityId,
  period: Period,
  gaps: readonly Text[],
): Explanation {
  return missingNode(walk.catalog, {
    id,
    label: titled(label, placeText(walk, city, period)),
    unit: walk.catalog.indicators.get(indicator)?.unit ?? ('' as Indicator['unit']),
    how: { en: 'no value', zh: '无数值' },
    remarks: gaps,
  });
}

function observedValue(
  walk: Walk,
  id: string,
  definition: Indicator,
  city: CityId,
  period: Period,
): Explanation {
  const exclusion = walk.exclusions?.find(
    (one) => one.city === city && one.indicator === definition.id && one.period === period,
  );
  if (!exclusion) return readValue(walk, id, definition, city, period);
  const before = readValue(walk, `${id}#before`, definition, city, period);
  return judgementNode(exclusion, { ...before, id, inputs: [before] });
}

function readValue(walk: Walk, id: string, definition: Indicator, city: CityId, period: Period): Explanation {
  const unit = unitOf(walk, city);
  if (!unit) return gapNode(walk, id, definition.label, definition.id, city, period, []);
  const cell = locateCell(walk, unit, definition.id, period);
  const first = cell.sources[0];
  if (!first) return gapNode(walk, id, definition.label, definition.id, city, period, cell.gaps);
  const label = titled(definition.label, placeText(walk, city, period));
  const accepted = acceptanceOf(walk.acceptances, { city, indicator: definition.id, period });
  const flags = cellFlags(walk, definition.id, city, period) | cell.flags;
  const remarks = [
    ...flagRemarks(accepted ? flags & ~flag.doubtful : flags),
    ...(accepted ? [acceptedRemark(accepted)] : []),
    ...(walk.doubts?.get(id) ?? []).map(({ message }) => message),
    ...cellRemarks(cell),
  ];
  const shared = { id, label, value: cell.value, unit: definition.unit, remarks };
  if (cell.sources.length === 1) return sourceNode({ ...shared, how: readHow(cell, 0), source: first });
  return computationNode(walk.catalog, {
    ...shared,
    how: { en: 'sum over the areas of the unit', zh: '该单位各区域之和' },
    method: 'areas',
    inputs: cell.sources.map((source, at) =>
      sourceNode({
        id: `${id}#${cell.partsPerArea[at]?.area ?? at}`,
        label: { en: `${label.en}, area ${at + 1}`, zh: `${label.zh}，区域 ${at + 1}` },
        value: cell.partsPerArea[at]?.value ?? Number.NaN,
        unit: cell.partsPerArea[at]?.unit ?? definition.unit,
        how: readHow(cell, at),
        source,
      }),
    ),
  });
}

/** What the table says, in the table's own unit. */
function readHow(cell: LocatedCell, at: number): Text {
  const source = cell.sources[at];
  const part = cell.partsPerArea[at];
  const said = `${part?.value ?? ''} ${part?.unit ?? ''}`.trim();
  return {
    en: `read from ${source?.title.en ?? ''}, ${source?.locator ?? ''}: ${said}`,
    zh: `读自${source?.title.zh ?? ''}，${source?.locator ?? ''}：${said}`,
  };
}

function cellRemarks(cell: LocatedCell): readonly Text[] {
  const note = cell.imported?.note ? [sameText(cell.imported.note)] : [];
  return [...markRemarks(cell.marks), ...note];
}

function cellFlags(walk: Walk, indicator: IndicatorId, city: CityId, period: Period): number {
  const at = walk.panel.cities.indexOf(city);
  const when = walk.panel.periods.indexOf(period);
  if (at < 0 || when < 0) return 0;
  return walk.panel.columns.get(indicator)?.flags[at * walk.panel.periods.length + when] ?? 0;
}

function computedValue(
  walk: Walk,
  id: string,
  definition: Indicator,
  formula: Formula,
  city: CityId,
  period: Period,
): Explanation {
  const { panel, catalog } = walk;
  const value = cellValue(panel, definition.id, panel.cities.indexOf(city), panel.periods.indexOf(period));
  return computationNode(catalog, {
    id,
    label: titled(definition.label, placeText(walk, city, period)),
    value,
    unit: definition.unit,
    how: {
      en: describeFormula(definition, catalog, 'en'),
      zh: describeFormula(definition, catalog, 'zh'),
    },
    method: formula.op === 'use' ? formula.method : 'formulas',
    version: formula.op === 'growth' ? `growth ${formula.years}` : formula.op,
    references: definition.references,
    remarks: flagRemarks(cellFlags(walk, definition.id, city, period)),
    inputs: formulaInputs(walk, formula, city, period),
  });
}

function formulaInputs(walk: Walk, formula: Formula, city: CityId, period: Period): readonly Explanation[] {
  const here = formula.of.map((input) => explainValue(walk, city, period, input));
  if (formula.op === 'first') {
    const used = here.findIndex(({ value }) => value !== null);
    return used < 0 ? here : here.slice(0, used + 1);
  }
  if (formula.op === 'growth') {
    const { periods } = walk.panel;
    const at = earlierPeriod(periods, period, formula.years);
    const before = periods[at] ?? (`${yearOf(period) - formula.years}${period.slice(4)}` as Period);
    return [...here, explainValue(walk, city, before, formula.of[0])];
  }
  if (formula.op === 'use' && formulaMethods.get(formula.method)?.usesCountry) {
    const country = walk.panel.cities.find((one) => unitOf(walk, one)?.level === 'country');
    const whole = country ?? ('country' as CityId);
    return [...here, ...formula.of.map((input) => explainValue(walk, whole, period, input))];
  }
  return here;
}
