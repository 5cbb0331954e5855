import type { ChainRun, Scale, Transform, Values } from '../../assess/index.js';
import { toEdge } from '../../base/index.js';
import type { Sheet, SheetCell, SheetColumn } from '../../print/index.js';

/** A cell that a step changed; row of the run, column of the indicators. */
export interface ChangedCell {
  readonly step: 'impute' | 'treat';
  readonly row: number;
  readonly column: number;
  readonly before: number;
  readonly after: number;
}

/** Every value that was filled in or changed, step by step. Values of units that were screened out are not told. */
export function* changedCells({
  rows,
  imputedPoints,
  treatments,
  kept,
  treated,
}: ChainRun): Generator<ChangedCell> {
  const place = new Map(Array.from(rows, (row, at) => [row, at]));
  for (const { row, column, value } of imputedPoints) {
    const at = place.get(row);
    if (at !== undefined) yield { step: 'impute', row: at, column, before: Number.NaN, after: value };
  }
  for (const { column, stretch } of treatments) {
    const [from, to] = [kept.columns[column] as Values, treated[column] as Values];
    for (let row = stretch.from; row < stretch.to; row++) {
      const [before, after] = [from[row] as number, to[row] as number];
      if (!Object.is(before, after)) yield { step: 'treat', row, column, before, after };
    }
  }
}

const unit: SheetColumn = { key: 'unit', zh: '单元' };
const code: SheetColumn = { key: 'code', zh: '代码' };
const timeOf = ({ kept }: ChainRun): readonly SheetColumn[] =>
  kept.times ? [{ key: 'time', zh: '时间' }] : [];

/** The list of changed cells. */
export function changesSheet(run: ChainRun, changed: readonly ChangedCell[]): Sheet {
  const { units, times, indicators } = run.kept;
  return sheetOf(
    'changes',
    { en: 'every value that a step filled in or changed', zh: '各步骤插补或改动的全部数值' },
    [
      { key: 'step', zh: '步骤' },
      unit,
      ...timeOf(run),
      code,
      { key: 'before', zh: '之前' },
      { key: 'after', zh: '之后' },
    ],
    changed.map(({ step, row, column, before, after }) => [
      step,
      units[row] as string,
      ...(times ? [times[row] as number] : []),
      indicators[column]?.code ?? '',
      toEdge(before),
      toEdge(after),
    ]),
  );
}

/** What was done to each indicator (in each time), with the shape of its values before and after. */
export function treatmentsSheet(run: ChainRun): Sheet {
  const { kept, treatments } = run;
  return sheetOf(
    'treatments',
    { en: 'treatment of outliers by indicator', zh: '各指标的离群值处理' },
    [
      code,
      ...timeOf(run),
      { key: 'outcome', zh: '结果' },
      { key: 'winsorised', zh: '缩尾个数' },
      { key: 'transform', zh: '变换' },
      { key: 'skewness_before', zh: '处理前偏度', digits: 2 },
      { key: 'kurtosis_before', zh: '处理前超额峰度', digits: 2 },
      { key: 'skewness_after', zh: '处理后偏度', digits: 2 },
      { key: 'kurtosis_after', zh: '处理后超额峰度', digits: 2 },
    ],
    treatments.map((one) => [
      kept.indicators[one.column]?.code ?? '',
      ...(kept.times ? [kept.times[one.stretch.from] as number] : []),
      one.outcome,
      one.points.length,
      one.transform === null ? null : transformWord(one.transform),
      toEdge(one.skewBefore),
      toEdge(one.kurtosisBefore),
      toEdge(one.skewAfter),
      toEdge(one.kurtosisAfter),
    ]),
  );
}

function transformWord(transform: Transform): string {
  return typeof transform === 'string' ? transform : `box-cox:${transform.boxCox}`;
}

/** The fitted scale of each indicator (in each time). */
export function scalesSheet(run: ChainRun): Sheet {
  const { kept, scales, stretches } = run;
  return sheetOf(
    'scales',
    {
      en: 'how values became scores: score = low + (x − from) ÷ span · width, or best ÷ x, or the place among the sorted values',
      zh: '数值转为得分的方式：得分 = low + (x − from) ÷ span · width，或 best ÷ x，或在排序后数值中的位次',
    },
    [
      code,
      ...timeOf(run),
      { key: 'kind', zh: '类型' },
      { key: 'from', zh: '起点' },
      { key: 'span', zh: '跨度' },
      { key: 'low', zh: '最低分' },
      { key: 'width', zh: '分值宽度' },
      { key: 'lowest', zh: '下限' },
      { key: 'highest', zh: '上限' },
      { key: 'best', zh: '最优值' },
      { key: 'values', zh: '参照值个数' },
    ],
    scales.flatMap((ofTime, at) =>
      ofTime.map((scale, column) => [
        kept.indicators[column]?.code ?? '',
        ...(kept.times ? [kept.times[stretches[at]?.from ?? 0] as number] : []),
        ...scaleCells(scale),
      ]),
    ),
  );
}

function scaleCells(scale: Scale): SheetCell[] {
  const none = (count: number): null[] => Array.from({ length: count }, () => null);
  switch (scale.kind) {
    case 'linear': {
      const { from, span, low, width, bounds } = scale;
      const ends = bounds ? bounds.map(toEdge) : none(2);
      return ['linear', toEdge(from), toEdge(span), toEdge(low), toEdge(width), ...ends, ...none(2)];
    }
    case 'place':
      return [scale.form, ...none(7), scale.sorted.length];
    case 'reciprocal':
      return ['reciprocal', ...none(6), toEdge(scale.best), null];
    case 'empty':
      return [scale.reason === undefined ? 'empty' : `empty: ${scale.reason}`, ...none(8)];
  }
}

/** Weights as given, as used among siblings, and as shares of the index. */
export function weightsSheet(run: ChainRun, names: ReadonlyMap<string, string>): Sheet {
  const { nodes } = run.hierarchy;
  return sheetOf(
    'weights',
    {
      en: 'weights: given (relative), used (siblings sum to 1), effective (share in the index)',
      zh: '权重：给定（相对值）、使用（同级合计为 1）、有效（占指数的份额）',
    },
    [
      code,
      { key: 'name', zh: '名称' },
      { key: 'level', zh: '层级' },
      { key: 'parent', zh: '上级' },
      { key: 'given', zh: '给定' },
      { key: 'used', zh: '使用', digits: 4 },
      { key: 'effective', zh: '有效', digits: 4 },
    ],
    nodes.map((node, at) => [
      node.code,
      names.get(node.code) ?? null,
      node.level,
      nodes[node.parent]?.code ?? null,
      node.weight,
      toEdge(run.weights[at] as number),
      toEdge(run.effectiveWeights[at] as number),
    ]),
  );
}

/** A table whose rows are there. */
export function sheetOf(
  name: string,
  about: Sheet['about'],
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Sheet {
  return { name, about, columns, rows: () => rows, length: rows.length };
}
