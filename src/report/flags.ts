import type { FlagNote } from '../assess/index.js';
import type { Language } from '../base/index.js';
import type { Writing } from './blocks.js';
import type { ReportFigure } from './types.js';
import { say, sentences, words } from './words.js';

/** Stands behind the name of every number that a flag speaks of; the words are below the table or in its remarks. */
export const flagSign = '⚑';

/** A name with the sign where there are flags. */
export function withFlagSign(name: string, flags: readonly FlagNote[] | undefined): string {
  return flags === undefined || flags.length === 0 ? name : `${name} ${flagSign}`;
}

/** A flag in words, without the number it stands beside. */
export function flagWords({ label, advice }: FlagNote, lang: Language): string {
  return advice === null ? label[lang] : `${label[lang]}${words.colon[lang]}${advice[lang]}`;
}

/** One line for each flag of some numbers, with the names of the numbers: what stands below a table. */
export function flagLines(
  named: readonly { readonly name: string; readonly flags: readonly FlagNote[] | undefined }[],
  lang: Language,
): readonly string[] {
  const byFlag = new Map<string, { flag: FlagNote; names: string[] }>();
  for (const { name, flags } of named)
    for (const flag of flags ?? []) {
      const known = byFlag.get(flag.id) ?? { flag, names: [] };
      known.names.push(name);
      byFlag.set(flag.id, known);
    }
  return [...byFlag.values()].map(({ flag, names }) => {
    const list = names.map((name) => name.trim()).join(words.reasonSeparator[lang]);
    return `${flagSign} ${flagWords(flag, lang)}${lang === 'zh' ? `（${list}）` : ` (${list})`}`;
  });
}

/** What the summary says where numbers of the page flatter a decline; null where none does. */
export function disguiseSentence({ page, lang }: Writing): string | null {
  const flags = new Map<string, FlagNote>();
  const all = [...page.figures.flatMap((one) => one.flags), ...Object.values(page.nodeFlags).flat()];
  for (const flag of all) if (flag.disguise) flags.set(flag.id, flag);
  if (flags.size === 0) return null;
  const list = [...flags.values()].map(({ label }) => label[lang]).join(words.reasonSeparator[lang]);
  return say(sentences.disguise, lang, { sign: flagSign, list });
}

/** The figure of an indicator with its flags, for lists of strong and weak points. */
export function flagsOfPoint(
  { page }: Writing,
  id: string,
  figure: ReportFigure | undefined,
): readonly FlagNote[] {
  return figure?.flags ?? page.nodeFlags[id] ?? [];
}
