import type { Checkup, Light } from '../assess/index.js';
import { id, type Language } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';

const lightWords: Readonly<Record<Light, Readonly<Record<Language, string>>>> = {
  red: { en: 'red', zh: '红灯' },
  yellow: { en: 'yellow', zh: '黄灯' },
  green: { en: 'green', zh: '绿灯' },
  none: { en: 'no data', zh: '无数据' },
};

/** One city's check-up in lines: findings first, then dimensions, then indicators by light, then doubts. */
export function checkupDetails(catalog: Catalog, found: Checkup, lang: Language): string {
  const zh = lang === 'zh';
  const findings = found.findings.map(
    (one) => `  ${one.label[lang]}${one.advice ? `: ${one.advice[lang]}` : ''}   [${one.evidence[0] ?? ''}]`,
  );
  const dimensions = Object.entries(found.scores)
    .filter(([node]) => node.split('.').length === 2)
    .map(([node, score]) => `  ${node}   ${score?.toFixed(1) ?? '—'}`);
  const doubts = found.issues.map((one) => `  ${one.message[lang]}`);
  return [
    ...section(zh ? '诊断结论' : 'Findings', findings),
    ...section(zh ? '分项得分' : 'Dimensions', dimensions),
    ...(['red', 'yellow', 'green', 'none'] as const).flatMap((light) =>
      section(lightWords[light][lang], labelsWith(catalog, found, light, lang)),
    ),
    ...section(zh ? '数据疑点' : 'Doubts', doubts),
  ].join('\n');
}

function labelsWith(catalog: Catalog, found: Checkup, light: Light, lang: Language): string[] {
  const labels = Object.entries(found.lights)
    .filter(([, judged]) => judged.final === light)
    .map(([indicator]) => labelWithFlags(catalog, found, indicator, lang));
  return labels.length === 0 ? [] : [`  ${labels.join(lang === 'zh' ? '；' : '; ')}`];
}

/** The name of an indicator with the flags that must stand beside its number. */
function labelWithFlags(catalog: Catalog, found: Checkup, indicator: string, lang: Language): string {
  const label = catalog.indicators.get(id<'indicator'>(indicator))?.label[lang] ?? indicator;
  const flags = (found.flags[indicator] ?? []).map((one) => catalog.problems.get(one)?.label[lang] ?? one);
  return flags.length === 0 ? label : `${label} (⚑ ${flags.join(lang === 'zh' ? '；' : '; ')})`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
