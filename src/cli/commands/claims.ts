import type { Command } from 'commander';
import { type ClaimAnswer, type ClaimDetails, claim, claims } from '../../app/index.js';
import type { ClaimVerdict } from '../../assess/index.js';
import type { Language, Text } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';

const verdictWords: Readonly<Record<ClaimVerdict, Text>> = {
  holds: { en: 'holds', zh: '成立' },
  'holds only if': { en: 'holds only if', zh: '有条件成立' },
  'does not hold': { en: 'does not hold', zh: '不成立' },
  'cannot be checked': { en: 'cannot be checked', zh: '无法核对' },
};

/** `claims`: published figures recomputed, or one of them in full. */
export function addClaims(program: Command): void {
  program
    .command('claims')
    .description('recompute published statements and say which hold; with an id, tell one in full')
    .argument('[id]', 'id of a claim')
    .action(
      action<CommonOptions>(async ({ ws, out, words }) => {
        const [id] = words;
        if (id !== undefined) {
          const one = await claim(ws, id);
          out.result(one, () => detailLines(one, out.lang).join('\n'));
          return;
        }
        const all = await claims(ws);
        out.result(all, () => listLines(all, out.lang).join('\n'));
      }),
    );
}

function listLines(all: readonly ClaimAnswer[], lang: Language): readonly string[] {
  const counts = Object.entries(verdictWords).map(([verdict, word]) => {
    const n = all.filter((one) => one.verdict === verdict).length;
    return `${word[lang]} ${n}`;
  });
  return [
    ...all.flatMap((one) => [
      `${verdictText(one, lang)}  ${one.claim[lang]}   [${one.id}]`,
      `    ${one.reason[lang]}`,
    ]),
    '',
    counts.join(lang === 'zh' ? '，' : ', '),
  ];
}

function verdictText({ verdict }: Pick<ClaimAnswer, 'verdict'>, lang: Language): string {
  return verdictWords[verdict][lang];
}

function detailLines(one: ClaimDetails, lang: Language): readonly string[] {
  const zh = lang === 'zh';
  const { title, where, mark, number } = one.source;
  return [
    `${one.claim[lang]}   [${one.id}]`,
    `${zh ? '来源' : 'Source'}: ${title[lang]}${number ? ` ${number}` : ''}; ${where} (${mark})`,
    `${zh ? '结论' : 'Verdict'}: ${verdictText(one, lang)}${one.condition ? ` (${one.condition[lang]})` : ''}`,
    one.reason[lang],
    ...one.readings.flatMap((reading) => [
      '',
      reading.if === null ? (zh ? '通常读法' : 'As it stands') : reading.if[lang],
      ...reading.figures.flatMap((figure) => [
        `  ${figure.label[lang]}: ${zh ? '公布' : 'published'} ${figure.published}, ${zh ? '重算' : 'recomputed'} ${figure.recomputed ?? '—'} ${figure.unit}   [${figure.operation}, ${figure.method}]`,
        ...inputLines(figure, lang),
      ]),
    ]),
    ...one.beside.flatMap((figure) => [
      '',
      `${zh ? '旁证' : 'Beside it'}: ${figure.label[lang]} = ${figure.recomputed ?? '—'} ${figure.unit}   [${figure.operation}]`,
      ...inputLines(figure, lang),
    ]),
    ...(one.see.length === 0 ? [] : ['', `${zh ? '参见' : 'See'}: ${one.see.join(', ')}`]),
  ];
}

/** Lines of inputs that are printed; `--json` has all. */
const most = 12;

function inputLines({ inputs, gaps }: ClaimDetails['beside'][number], lang: Language): readonly string[] {
  const shown = inputs
    .slice(0, most)
    .map(({ label, name, period, value, unit, address, reference, mark }) => {
      const what = [name?.[lang], label[lang], period].filter(Boolean).join(' ');
      const from = address ?? `${reference ?? ''} ${mark ?? ''}`.trim();
      return `    ${what} = ${value ?? '—'} ${unit}   [${from}]`;
    });
  const rest = inputs.length - shown.length;
  const more =
    rest > 0 ? [lang === 'zh' ? `    另有 ${rest} 项，见 --json` : `    ${rest} more in --json`] : [];
  return [...shown, ...more, ...gaps.map(({ reason, needs }) => `    ! ${reason[lang]}; ${needs[lang]}`)];
}
