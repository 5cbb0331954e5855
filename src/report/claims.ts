import type { ClaimBeside, ClaimFigure, ClaimResult } from '../assess/index.js';
import type { Language, Text, Unit } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import type { Register } from '../register/index.js';
import { formatDecimal, missingText, withUnit } from './format.js';

/** Where the words of a claim's numbers are looked up. */
export interface ClaimWords {
  readonly catalog: Catalog;
  readonly register: Register;
}

/**
 * Why a claim came out as it did: its figures beside ours, then what its author says with the numbers filled in, then what
 * is missing and which import would allow the check. The only place where numbers of claims are rounded.
 */
export function claimReason(result: ClaimResult, words: ClaimWords): Text {
  return { en: reasonIn(result, words, 'en'), zh: reasonIn(result, words, 'zh') };
}

function reasonIn(result: ClaimResult, words: ClaimWords, lang: Language): string {
  const figures = result.readings.flatMap((reading) => {
    const known = reading.figures.filter(({ recomputed }) => recomputed !== null);
    if (known.length === 0) return [];
    const label = reading.if === null ? '' : `${reading.if[lang]}${lang === 'zh' ? '：' : ': '}`;
    const list = known.map((one) => comparison(one, words, lang)).join(lang === 'zh' ? '；' : '; ');
    return [`${sentence(`${label}${list}`)}${lang === 'zh' ? '。' : '.'}`];
  });
  const open = result.verdict === 'cannot be checked' || result.condition !== null;
  const gaps = open ? gapSentences(result, lang) : [];
  return [...figures, filled(result, words, lang), ...gaps].join(lang === 'zh' ? '' : ' ');
}

const signs = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ' } as const;

/** `grew: published 52, recomputed 49`. */
function comparison(one: ClaimFigure, words: ClaimWords, lang: Language): string {
  const { published, recomputed } = one;
  const decimals = decimalsOf(published.value);
  const said = `${signs[published.is]}${shown(published.value, published.unit, words, lang, decimals)}`;
  const ours = shown(recomputed, published.unit, words, lang, decimals);
  return lang === 'zh'
    ? `${published.label.zh}：公布${said}，重算${ours}`
    : `${published.label.en}: published ${said}, recomputed ${ours}`;
}

/** The author's words with their `{places}` filled in. */
function filled(result: ClaimResult, words: ClaimWords, lang: Language): string {
  return result.claim.reason[lang].replace(/\{([^}]*)\}/g, (whole, name: string) => {
    if (name.endsWith('.names')) return namesOf(result, name.slice(0, -'.names'.length), words, lang);
    const found = numberOf(result, name);
    return found ? shown(found.value, found.unit, words, lang) : whole;
  });
}

function numberOf(
  { claim, readings, beside }: ClaimResult,
  name: string,
): { readonly value: number | string | null; readonly unit: Unit } | null {
  const [reading, figure] = name.split('.');
  const read = readings.find(({ id }) => id === reading)?.figures.find(({ id }) => id === figure);
  if (read) return { value: read.recomputed, unit: read.published.unit };
  return (
    beside.find(({ id }) => id === name) ?? claim.published.get(name) ?? claim.constants.get(name) ?? null
  );
}

function namesOf(result: ClaimResult, name: string, { register }: ClaimWords, lang: Language): string {
  const [reading, figure] = name.split('.');
  const found: ClaimFigure | ClaimBeside | undefined =
    result.readings.find(({ id }) => id === reading)?.figures.find(({ id }) => id === figure) ??
    result.beside.find(({ id }) => id === name);
  const names = (found?.members ?? []).map((id) => register.byId.get(id)?.name[lang] ?? id);
  return names.length === 0 ? missingText(lang) : names.join(lang === 'zh' ? '、' : ', ');
}

/** A number in its unit; the id of a class by its label. */
function shown(
  value: number | string | null,
  unit: Unit,
  { catalog }: ClaimWords,
  lang: Language,
  decimals = 0,
): string {
  if (value === null) return missingText(lang);
  if (typeof value === 'string') return classLabel(catalog, value, lang);
  if (unit === 'year_of') return String(value);
  const [named, size, fewer] = lang === 'zh' ? (chineseUnits.get(unit) ?? [unit, 1, 0]) : [unit, 1, 0];
  const definition = catalog.units.get(named as Unit);
  const digits = Math.max(definition?.digits ?? 2, decimals - fewer);
  const number = formatDecimal(value * size, digits);
  if (!definition || bare.has(unit)) return number;
  return withUnit(
    number,
    { unit: named, label: definition.label, factor: 1, digits: definition.digits },
    lang,
  );
}

/** Units that Chinese does not count in: the one it does, how many of it, and how many digits fewer that needs. */
const chineseUnits: ReadonlyMap<string, readonly [unit: string, size: number, fewer: number]> = new Map([
  ['billion_cny', ['100_million_cny', 10, 1]],
]);

/** Units whose name says nothing beside a number. */
const bare: ReadonlySet<string> = new Set(['count', 'ratio']);

/** Digits after the point of a published figure; ours is shown with as many. */
function decimalsOf(value: number | string): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

function classLabel(catalog: Catalog, name: string, lang: Language): string {
  for (const scheme of ['official_type', 'level']) {
    const found = catalog.classes.get(scheme)?.classes.find(({ id }) => id === name);
    if (found) return found.label[lang];
  }
  return name;
}

/** What is missing, once for each import that would fill it. */
function gapSentences({ readings }: ClaimResult, lang: Language): readonly string[] {
  const gaps = readings
    .flatMap(({ figures }) => figures)
    .filter(({ agrees }) => agrees === null)
    .flatMap((figure) => figure.gaps);
  const byNeed = new Map(gaps.toReversed().map((gap) => [gap.needs.en, gap] as const));
  return [...byNeed.values()]
    .toReversed()
    .map(({ reason, needs }) =>
      lang === 'zh' ? `${reason.zh}；需要：${needs.zh}。` : `${sentence(reason.en)}; needed: ${needs.en}.`,
    );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
