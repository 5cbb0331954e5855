import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large a made pack is. */
export interface PackSize {
  readonly units: number;
  /** A multiple of ten: ten to a dimension of the index. */
  readonly indicators: number;
  readonly years: number;
}

const lastYear = 2023;
/** Catalog files of the small example that any pack needs. */
const shared = ['catalog.yaml', 'units.yaml', 'references.yaml', 'classes', 'parameters', 'layouts'];

/** Codes of the units of a made pack, in their order. */
export function madeCodes(units: number): readonly string[] {
  return Array.from({ length: units }, (_, at) => `U${String(at + 1).padStart(5, '0')}`);
}

/** Indicators of a made pack, in their order. */
export function madeIndicators(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `made_${String(at + 1).padStart(3, '0')}`);
}

/** Years of a made pack, the first first. */
export function madeYears(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String(lastYear - count + 1 + at));
}

/** Writes a pack of units that nobody knows: every unit listed, every indicator a leaf of one index with lights and a line of a form, all years filled but for one cell in forty. */
export function writeMadePack(folder: string, size: PackSize): void {
  for (const part of [
    'data/register',
    'data/tables',
    'data/licenses',
    'catalog/observed',
    'catalog/forms',
    'catalog/indices',
    'catalog/lights',
  ])
    mkdirSync(join(folder, part), { recursive: true });
  for (const part of shared)
    cpSync(join('examples/three-places/catalog', part), join(folder, 'catalog', part), { recursive: true });
  cpSync('examples/three-places/data/licenses', join(folder, 'data/licenses'), { recursive: true });
  const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
  put('data/pack.yaml', packText(size));
  put('data/marks.csv', 'table,code,period,column,mark,original,detail_en,detail_zh\n');
  put('data/register/breaks.csv', 'code,year,scope,zh,en\n');
  put('data/register/links.csv', 'from_name_zh,to_code,to_name_zh,year,relation,continuous,quality,advice\n');
  put('data/register/cities.csv', citiesText(size));
  put('data/register/units.csv', unitsText(size));
  const table = tableText(size);
  put('data/tables/made.csv', table);
  put('data/tables/made.yaml', sidecarText(size, table));
  put('catalog/source_order.yaml', 'usual: [made, long]\n');
  put('catalog/observed/made.yaml', observedText(size));
  put('catalog/lights/made.yaml', lightsText(size));
  put('catalog/indices/made.yaml', indexText(size));
  put('catalog/forms/made.yaml', formText(size));
}

const invented = '{zh: 虚构, en: Invented}';
const labelled = (name: string) => `{en: '${name}', zh: '${name}'}`;

function packText({ units }: PackSize): string {
  const total = (name: string) => `  ${name}: {official: ${units}, reference: null, text: ${invented}}`;
  const totals = ['listed', 'level.town', 'type.mature'].map(total).join('\n');
  return `id: xy\ntitle: ${invented}\nnote: ${invented}\ncode_years: ["2020"]\ndefault_parent: X00\nsize_indicator: made_001\nlevels:\n  town: ${invented}\ntotals:\n${totals}\n`;
}

function citiesText({ units }: PackSize): string {
  const head =
    'id,adcode,name_zh,name_en,pinyin,province_zh,province_en,level,type,resources,resource_confidence,batch,batch_year,batch_kind,lon,lat,parent,areas,note,doubts';
  const rows = madeCodes(units).map((code, at) => {
    const place = `${(at % 60) / 2 + 80},${Math.floor(at / 60) / 2 + 20}`;
    return `xy-${code},${code},地方${at + 1},Place ${at + 1},difang${at + 1},虚构地,Fiction,town,mature,coal,high,,,,${place},P00,,,`;
  });
  return `${[head, ...rows].join('\n')}\n`;
}

function unitsText({ units }: PackSize): string {
  const rows = madeCodes(units).map(
    (code, at) => `${code},地方${at + 1},Place ${at + 1},difang${at + 1},town,P00,2020,xy-${code}`,
  );
  const country = 'X00,虚构地,Fiction,xugoudi,country,,2020,';
  const province = 'P00,虚构省,Invented Province,xugousheng,province,X00,2020,';
  return `${['code,name_zh,name_en,pinyin,level,parent,years,listed', country, province, ...rows].join('\n')}\n`;
}

function tableText({ units, indicators, years }: PackSize): string {
  const next = chance(7);
  const base = madeCodes(units).map(() => next());
  const cell = (unit: number, year: number) =>
    next() < 0.025 ? '' : (50 + 40 * (base[unit] as number) + year * 0.5 + 10 * next()).toFixed(3);
  const lines = [`code,period,${madeIndicators(indicators).join(',')}`];
  for (const [year, period] of madeYears(years).entries())
    for (const [unit, code] of madeCodes(units).entries())
      lines.push(`${code},${period},${Array.from({ length: indicators }, () => cell(unit, year)).join(',')}`);
  return `${lines.join('\n')}\n`;
}

/** Equal numbers in every run; good enough for figures that mean nothing. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sidecarText({ units, indicators, years }: PackSize, table: string): string {
  const columns = madeIndicators(indicators).map(
    (name) => `  ${name}: {indicator: ${name}, unit: index_points}`,
  );
  return `title: ${invented}
note: ${invented}
kind: panel
file: tables/made.csv
sha256: ${createHash('sha256').update(table).digest('hex')}
rows: ${units * years}
codes: "2020"
boundary: ${invented}
source:
  repository: https://creativecommons.org/publicdomain/zero/1.0/
  path: made for a benchmark
  commit: none
  primary: ${invented}
  licence: CC0
  licence_file: licenses/CC0-1.0.txt
columns:
${columns.join('\n')}
checks:
  - {id: rows, what: {en: rows, zh: 行数}, found: ${units * years}, expected: ${units * years}}
`;
}

function observedText({ indicators }: PackSize): string {
  const line = (name: string) =>
    `${name}: {label: ${labelled(name)}, unit: index_points, additive: false, better: more, valid: [0, null], references: [invented], mark: D}`;
  return `${madeIndicators(indicators).map(line).join('\n')}\n`;
}

function lightsText({ indicators }: PackSize): string {
  return `${madeIndicators(indicators)
    .map((name) => `${name}: {peers: true, trend_years: 10}`)
    .join('\n')}\n`;
}

function indexText({ indicators, years }: PackSize): string {
  const names = madeIndicators(indicators);
  const dimensions = Array.from({ length: indicators / 10 }, (_, at) => {
    const leaves = names
      .slice(10 * at, 10 * at + 10)
      .map((name) => `      - {indicator: ${name}, weight: 0.1}`);
    const id = `part_${at + 1}`;
    return `  - id: ${id}\n    label: ${labelled(id)}\n    weight: ${10 / indicators}\n    of:\n${leaves.join('\n')}`;
  });
  const periods = madeYears(years).map((year) => `'${year}'`);
  return `version: 1
order: 1
label: {en: Made, zh: 虚构}
aggregate: arithmetic
minimum_coverage: 0.5
steps: {normalise: {method: minmax, trim: 0.02}, weights: given}
periods: [${periods.join(', ')}]
of:
${dimensions.join('\n')}
references: [invented]
mark: D
`;
}

/** Sections of ten lines, which ask for a source as usual. */
function formText({ indicators }: PackSize): string {
  const names = madeIndicators(indicators);
  const sections = Array.from({ length: indicators / 10 }, (_, at) => {
    const lines = names.slice(10 * at, 10 * at + 10).map((name) => `      - {indicator: ${name}}`);
    return `  - id: part_${at + 1}\n    label: ${labelled(`Part ${at + 1}`)}\n    entries:\n${lines.join('\n')}`;
  });
  return `label: ${invented}
instructions: ${invented}
sections:
${sections.join('\n')}
references: [invented]
mark: D
`;
}
