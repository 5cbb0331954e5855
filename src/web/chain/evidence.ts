import type { ChainRow } from '../../api/contract.js';
import type { Language, Text } from '../../base/index.js';
import { formatNumber } from '../format.js';

const labels: Readonly<Record<string, Text>> = {
  quotient: { en: 'quotient', zh: '区位商' },
  lead: { en: 'lead firm', zh: '龙头企业' },
  firms: { en: 'firms named', zh: '列出企业' },
  productivity: { en: 'value added per worker', zh: '人均增加值' },
  median: { en: 'median', zh: '中位数' },
  largest: { en: 'largest firm', zh: '最大企业份额' },
  users: { en: 'local users', zh: '本地用户' },
  localShare: { en: 'bought here', zh: '本地配套' },
  density: { en: 'density', zh: '关联密度' },
  densityMedian: { en: 'median density', zh: '密度中位数' },
  from: { en: 'of', zh: '原料' },
  unitValue: { en: 'unit value', zh: '单位价值' },
  rawValue: { en: 'value of the input', zh: '原料单位价值' },
};

/** The figures that a verdict rests on, nodes by their names; what is missing is left out. */
export function evidenceWords(
  evidence: ChainRow['evidence'],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const parts = Object.entries(evidence).flatMap(([key, value]) => {
    const label = labels[key]?.[language];
    if (label === undefined || value === null || value === '') return [];
    if (typeof value === 'number')
      return [`${label} ${formatNumber(value, Number.isInteger(value) ? 0 : 2, language)}`];
    const nodes = value.split(' ').map((id) => names.get(id) ?? id);
    return [`${label} ${nodes.join(language === 'zh' ? '、' : ', ')}`];
  });
  return parts.join(language === 'zh' ? '；' : '; ');
}
