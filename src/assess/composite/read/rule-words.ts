import type { Text } from '../../../base/index.js';
import type { AggregationRule, Scale } from '../types.js';

const parts: Text = { en: ', over the parts that have a score', zh: '（只计有得分的部分）' };

/** How children become a score, in words and symbols. */
export function aggregationWords(rule: AggregationRule): Text {
  const { en, zh } = formulaOf(rule);
  return { en: en + parts.en, zh: zh + parts.zh };
}

function formulaOf(rule: AggregationRule): Text {
  switch (rule.rule) {
    case 'amean':
      return { en: 'Σ weight · score ÷ Σ weight', zh: 'Σ 权重 · 得分 ÷ Σ 权重' };
    case 'gmean':
      return { en: 'exp(Σ weight · ln score ÷ Σ weight)', zh: 'exp(Σ 权重 · ln 得分 ÷ Σ 权重)' };
    case 'hmean':
      return { en: 'Σ weight ÷ Σ (weight ÷ score)', zh: 'Σ 权重 ÷ Σ（权重 ÷ 得分）' };
    case 'power': {
      const p = rule.exponent;
      return {
        en: `(Σ weight · score^${p} ÷ Σ weight)^(1 ÷ ${p})`,
        zh: `(Σ 权重 · 得分^${p} ÷ Σ 权重)^(1 ÷ ${p})`,
      };
    }
    case 'copeland':
      return { en: 'wins minus losses in weighted pairwise comparison', zh: '加权两两比较的胜场减负场' };
    case 'wroclaw':
      return {
        en: '1 − relative distance from the ideal unit (Hellwig), 1 is best',
        zh: '1 − 与理想单元的相对距离（赫尔维格），1为最好',
      };
    case 'mpi':
    case 'ampi': {
      const sign = rule.penalty === 'minus' ? '−' : '+';
      return {
        en: `mean ${sign} penalty for imbalance among the scores (Mazziotta–Pareto)`,
        zh: `均值 ${sign} 失衡惩罚（Mazziotta–Pareto）`,
      };
    }
    case 'owa':
      return 'mean' in rule
        ? {
            en: `mean of the ${rule.count} ${rule.mean} scores`,
            zh: `${rule.mean === 'best' ? '最好' : '最差'}的 ${rule.count} 项得分的均值`,
          }
        : { en: 'Σ ordered weight · score, from the best to the worst', zh: 'Σ 次序权重 · 得分（由好到差）' };
    case 'bod':
      return {
        en: `best weighted sum against all units, shares between ${rule.low} and ${rule.high} (benefit of the doubt)`,
        zh: `以最有利权重与全部单元相比，各项份额在 ${rule.low}—${rule.high} 之间`,
      };
  }
}

/** How a value becomes a score on a scale that is no range between two observed values. */
export function scaleWords(scale: Scale): Text {
  switch (scale.kind) {
    case 'linear':
      return {
        en: `${scale.low} + ${scale.width} · (x − ${scale.from}) ÷ ${scale.span}`,
        zh: `${scale.low} + ${scale.width} ·（x − ${scale.from}）÷ ${scale.span}`,
      };
    case 'place': {
      const count = scale.sorted.length;
      const forms = {
        rank: { en: 'rank, 1 for the worst,', zh: '名次（最差为1），' },
        borda: { en: 'Borda count, 0 for the worst,', zh: '博尔达计数（最差为0），' },
        percentile: { en: '(rank − 1) ÷ (n − 1)', zh: '（名次 − 1）÷（n − 1），' },
      };
      const form = forms[scale.form];
      return { en: `${form.en} among ${count} values of listed units`, zh: `${form.zh}共 ${count} 个数值` };
    }
    case 'reciprocal':
      return { en: `${scale.best} ÷ x`, zh: `${scale.best} ÷ x` };
    case 'empty':
      return { en: 'the values allow no score', zh: '数值无法评分' };
  }
}
