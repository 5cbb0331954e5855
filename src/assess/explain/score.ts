import type { CityId, Period, Text, Unit } from '../../base/index.js';
import { flag } from '../../observe/index.js';
import { formatAddress } from '../address.js';
import { ruleOf } from '../chain-of-index.js';
import { aggregationWords, scaleWords } from '../composite/index.js';
import { rankParameters } from '../rank-options.js';
import { coverageAt } from '../score-index.js';
import type { Explanation, IndexRanks, IndexScores, ReferenceRange, ScoredNode } from '../types.js';
import { nodeFlagNotes } from './flag-notes.js';
import { explainStepValue, type ScorePlace, scaleAt } from './leaf-steps.js';
import { computationNode } from './nodes.js';
import { explainGoalposts, explainParameter, explainWeight } from './settings.js';
import { explainValue } from './value.js';
import { once, placeText, titled, type Walk } from './walk.js';

const points = 'index_points' as Unit;

/** The score of a node of an index in one city; null where there is no such node, city or period. */
export function explainScore(walk: Walk, city: CityId, period: Period, id: string): Explanation | null {
  const scores = walk.scoresOf(id.split('.')[0] ?? '');
  const node = scores?.nodes.findIndex((one) => one.id === id) ?? -1;
  const at = scores?.cities.indexOf(city) ?? -1;
  const when = scores?.periods.indexOf(period) ?? -1;
  if (!scores?.index.periods.includes(period) || node < 0 || at < 0 || when < 0) return null;
  return scoreNode(walk, scores, node, { city, period, cell: at * scores.periods.length + when });
}

function scoreNode(walk: Walk, scores: IndexScores, at: number, place: ScorePlace): Explanation {
  const node = scores.nodes[at] as ScoredNode;
  const id = formatAddress({ kind: 'score', city: place.city, period: place.period, node: node.id });
  return once(walk, id, () => {
    const shared = {
      id,
      label: titled(node.label, placeText(walk, place.city, place.period)),
      value: scores.values[at]?.[place.cell] ?? Number.NaN,
      unit: points,
      version: String(scores.index.version),
      references: scores.index.references,
      remarks: [
        ...trustRemarksOf(scores, at, place.cell),
        ...doubtRemarks(walk, scores, at, place),
        ...nodeFlagNotes(walk, scores, at, place.city, place.period),
      ],
    };
    return node.indicator === null
      ? computationNode(walk.catalog, { ...shared, ...branchParts(walk, scores, node, place) })
      : computationNode(walk.catalog, { ...shared, ...leafParts(walk, scores, at, place) });
  });
}

/** A value of a leaf after a step, imputed or treated; null where the step left it as it was. */
export function explainStep(
  walk: Walk,
  kind: 'imputed' | 'treated',
  city: CityId,
  period: Period,
  node: string,
): Explanation | null {
  const score = explainScore(walk, city, period, node);
  return score && (walk.done.get(formatAddress({ kind, city, period, node })) ?? null);
}

function trustRemarksOf(scores: IndexScores, at: number, cell: number): readonly Text[] {
  const coverage = coverageAt(scores, at, cell);
  if (coverage === 1 || scores.nodes[at]?.indicator !== null) return [];
  const count = scores.nodes[at]?.children.length ?? 0;
  const known = Math.round(coverage * count);
  return [
    {
      en: `${known} of ${count} parts have a value; the others drop out together with their weight`,
      zh: `${count} 项中有 ${known} 项有值，其余连同权重不计`,
    },
  ];
}

/** A leaf without score whose value is doubtful says why. */
function doubtRemarks(walk: Walk, scores: IndexScores, at: number, { cell }: ScorePlace): readonly Text[] {
  const indicator = scores.nodes[at]?.indicator ?? null;
  if (indicator === null || !Number.isNaN(scores.values[at]?.[cell])) return [];
  const column = walk.panel.columns.get(indicator);
  if (!column || Number.isNaN(column.values[cell]) || ((column.flags[cell] ?? 0) & flag.doubtful) === 0)
    return [];
  return [
    {
      en: 'the value is doubtful and takes no part in scores until somebody accepts it (`decide --kind accept`)',
      zh: '该值存疑，在有人裁定采用（`decide --kind accept`）之前不参与评分',
    },
  ];
}

function branchParts(walk: Walk, scores: IndexScores, node: ScoredNode, place: ScorePlace) {
  const needed = node.minimumCoverage;
  const how = aggregationWords(ruleOf(node.aggregate));
  const least =
    needed === null
      ? { en: '', zh: '' }
      : { en: `; at least ${needed} of the parts must have one`, zh: `；至少 ${needed} 的部分须有得分` };
  return {
    method: 'scores',
    how: { en: how.en + least.en, zh: how.zh + least.zh },
    inputs: node.children.flatMap((child) => {
      const weight = explainWeight(walk, scores.nodes[child]?.id ?? '');
      return [scoreNode(walk, scores, child, place), ...(weight ? [weight] : [])];
    }),
  };
}

function leafParts(walk: Walk, scores: IndexScores, at: number, place: ScorePlace) {
  const node = scores.nodes[at] as ScoredNode;
  const range = scores.ranges[at] ?? null;
  const scale = range ? null : scaleAt(scores, at, place.cell);
  return {
    method: 'scores',
    how: scale && scale.kind !== 'empty' ? scaleWords(scale) : rangeHow(range),
    inputs: [explainStepValue(walk, scores, at, place), ...rangeInputs(walk, scores, node, range)],
  };
}

function rangeHow(range: ReferenceRange | null): Text {
  if (!range) return { en: 'no listed unit has a value', zh: '名单内没有单位有数值' };
  if (range.worst === range.best) {
    return { en: 'all listed units are equal: no score', zh: '名单内各单位数值相同：不评分' };
  }
  const bounds = `(x − ${range.worst}) ÷ (${range.best} − ${range.worst})`;
  const from =
    range.kind === 'goalposts'
      ? { en: 'goalposts of the index', zh: '指数的上下限值' }
      : {
          en: `range of ${range.count} values of listed units in the periods of the index`,
          zh: `名单内单位在指数各时期的 ${range.count} 个数值的范围`,
        };
  return {
    en: `100 · ${bounds}, bounded to 0 and 100; ${from.en}`,
    zh: `100 · ${bounds}，限于 0—100；${from.zh}`,
  };
}

/** The values of the cities that set the range, or the goalposts. */
function rangeInputs(
  walk: Walk,
  scores: IndexScores,
  node: ScoredNode,
  range: ReferenceRange | null,
): readonly Explanation[] {
  if (!range) return [];
  if (range.kind === 'goalposts') {
    const posts = explainGoalposts(walk, node.id);
    return posts ? [posts] : [];
  }
  return [...range.worstCells, ...range.bestCells].map((cell) => {
    const city = scores.cities[Math.floor(cell / scores.periods.length)] as CityId;
    return explainValue(
      walk,
      city,
      scores.periods[cell % scores.periods.length] as Period,
      node.indicator as never,
    );
  });
}

/** The rank of a city with its interval; null where there is no such index, city or period. */
export function explainRank(walk: Walk, city: CityId, period: Period, index: string): Explanation | null {
  const scores = walk.scoresOf(index);
  const ranks = walk.ranksOf(index, period);
  const own = explainScore(walk, city, period, index);
  if (!scores || !ranks || !own) return null;
  const id = formatAddress({ kind: 'rank', city, period, index });
  const at = scores.cities.indexOf(city);
  const rank = ranks.rank[at] ?? Number.NaN;
  const settings = [...Object.values(rankParameters), 'rank_seed'].flatMap((name) => {
    const setting = explainParameter(walk, name);
    return setting ? [setting] : [];
  });
  return once(walk, id, () =>
    computationNode(walk.catalog, {
      id,
      label: titled(
        { en: `Rank in ${scores.index.label.en}`, zh: `${scores.index.label.zh}名次` },
        placeText(walk, city, period),
      ),
      value: rank,
      unit: 'ratio' as Unit,
      how: rankHow(ranks, at),
      method: 'ranks',
      remarks: nodeFlagNotes(walk, scores, 0, city, period),
      references: scores.index.references,
      inputs: [own, ...neighbours(walk, scores, ranks, rank, period), ...settings],
    }),
  );
}

function rankHow(ranks: IndexRanks, at: number): Text {
  const { spread, runs } = ranks.options;
  if (Number.isNaN(ranks.rank[at])) return { en: 'not ranked: no score', zh: '无得分，不排名' };
  const interval = `${ranks.low[at]}–${ranks.high[at]}`;
  const percent = Number((spread * 100).toPrecision(12));
  return {
    en: `place of the score among ${ranks.ranked}, largest first; ${interval} when all weights vary by ±${percent} % (${runs} runs)`,
    zh: `得分在 ${ranks.ranked} 个单位中从高到低的位次；各级权重浮动 ±${percent}%（${runs} 次）时为 ${interval}`,
  };
}

/** Scores of one unit just before and one just behind. */
function neighbours(
  walk: Walk,
  scores: IndexScores,
  ranks: IndexRanks,
  rank: number,
  period: Period,
): readonly Explanation[] {
  if (Number.isNaN(rank)) return [];
  let before = -1;
  let behind = -1;
  ranks.rank.forEach((other, city) => {
    if (other < rank && (before < 0 || other > (ranks.rank[before] as number))) before = city;
    if (other > rank && (behind < 0 || other < (ranks.rank[behind] as number))) behind = city;
  });
  return [before, behind].flatMap((city) => {
    const found =
      city < 0 ? null : explainScore(walk, scores.cities[city] as CityId, period, scores.index.id);
    return found ? [found] : [];
  });
}
