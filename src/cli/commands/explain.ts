import type { Command } from 'commander';
import { explainNumber } from '../../app/index.js';
import type { Explanation } from '../../assess/index.js';
import type { Language } from '../../base/index.js';
import { action } from '../call.js';

const forms = `
Forms of ids (a city by id, code or name):
  value/CITY/PERIOD/INDICATOR   score/CITY/PERIOD/NODE   rank/CITY/PERIOD/INDEX
  light/CITY/PERIOD/INDICATOR   peers/CITY/PERIOD/INDICATOR   group/PERIOD/INDICATOR/SCOPE
Numbers of an answer: the field explain of the row in the answer of --json, then / and the path in the row:
  classify/CITY/PERIOD/tests/T1.t1_high/value   population/CITY/FROM..TO/changePercent
  carbon|jobs|structure|evaluate/CITY/FROM..TO/PATH   transfer/CITY/PERIOD,budget=YUAN/amount`;

/** `explain`: the tree behind a number, down to sources and licences. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('show how a number was made, down to its sources and their licences')
    .argument('<id>')
    .addHelpText('after', forms)
    .action(
      action(async ({ ws, out, words }) => {
        const tree = await explainNumber(ws, words[0] as string, { local: true });
        out.result(tree, () => treeLines(tree, out.lang, '').join('\n'));
      }),
    );
}

function treeLines(node: Explanation, lang: Language, indent: string): string[] {
  const value = node.value === null ? '—' : `${node.value} ${node.unit}`;
  const lines = [`${indent}${node.label[lang]} = ${value}   [${node.id}]`];
  const below = `${indent}  `;
  if (node.how[lang] !== '') lines.push(`${below}${node.how[lang]}`);
  if (node.source) {
    const { title, file, locator, primary, licence, sha256 } = node.source;
    lines.push(`${below}${title[lang]}; ${file}, ${locator}`);
    lines.push(`${below}${primary[lang]}; ${licence}; sha256 ${sha256.slice(0, 12)}…`);
  }
  if (node.references.length > 0) lines.push(`${below}${node.references.join(', ')}`);
  for (const remark of node.remarks) lines.push(`${below}! ${remark[lang]}`);
  return [...lines, ...node.inputs.flatMap((input) => treeLines(input, lang, below))];
}
