import type { Language } from '../../base/index.js';

/** A table that figures come from. */
export interface CitedTable {
  /** As the pack calls it, with its years. */
  readonly title: string;
  readonly licence: string;
}

/** What a citation says of what is on the page. */
export interface Cited {
  readonly version: string;
  readonly catalog: { readonly version: string; readonly hash: string; readonly overlays: readonly string[] };
  /** Title of the page. */
  readonly title: string;
  /** Tables of the data pack, or in words what the page computes from instead. */
  readonly data: readonly CitedTable[] | string;
  /** Address of the page with its choices. */
  readonly address: string;
  /** Day of reading: `2026-11-22`. */
  readonly accessed: string;
}

/** Catalog by version, the first eight signs of its hash, and what was laid over it. */
export function catalogName({ version, hash, overlays }: Cited['catalog']): string {
  return [`${version} (${hash.slice(0, 8)})`, ...overlays].join(' + ');
}

/** One line that says what a view was: program, catalog, title, data with licences, address, day of reading. */
export function citationLine(cited: Cited, language: Language): string {
  const { version, title, address, accessed } = cited;
  const catalog = catalogName(cited.catalog);
  const data = dataWords(cited.data, language);
  return language === 'zh'
    ? `afterlode ${version}，目录 ${catalog}，“${title}”。数据：${data}。${address}，访问日期 ${accessed}。`
    : `afterlode ${version}, catalog ${catalog}, "${title}". Data: ${data}. ${address}, accessed ${accessed}.`;
}

function dataWords(data: Cited['data'], language: Language): string {
  if (typeof data === 'string') return data;
  const [open, close, and] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; '];
  return data.map(({ title, licence }) => `${title}${open}${licence}${close}`).join(and);
}

/** The same as an entry of BibTeX. */
export function bibTex(cited: Cited, language: Language): string {
  const { version, title, address, accessed } = cited;
  const key = `afterlode-${catalogKey(cited)}-${accessed.replaceAll('-', '')}`;
  const fields = {
    title: `{${plain(title)}}`,
    author: '{afterlode}',
    year: accessed.slice(0, 4),
    version,
    note: `catalog ${catalogName(cited.catalog)}; data: ${plain(dataWords(cited.data, language))}`,
    url: address,
    urldate: accessed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

function catalogKey({ catalog }: Cited): string {
  return catalog.hash.slice(0, 8);
}

/** Without the signs by which BibTeX reads commands. */
function plain(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/([#$%&_])/g, '\\$1');
}
