import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeDefinition } from '../src/base/index.js';

/** Codes of one area, in the order they are written. */
export interface CodeArea {
  readonly area: string;
  readonly codes: Readonly<Record<string, CodeDefinition>>;
}

/**
 * All areas of `src/base/codes/`, by name; each file there exports tables. A table that takes in another's codes
 * does not list them again.
 *
 * @throws Error where two files give one code different texts
 */
export async function codeAreas(root = process.cwd()): Promise<readonly CodeArea[]> {
  const folder = join(root, 'src/base/codes');
  const names = readdirSync(folder).filter((name) => !['index.ts', 'definition.ts'].includes(name));
  const seen = new Map<string, CodeDefinition>();
  const areas: CodeArea[] = [];
  for (const name of names.toSorted()) {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as Record<
      string,
      CodeArea['codes']
    >;
    const own: Record<string, CodeDefinition> = {};
    for (const [code, definition] of Object.values(module).flatMap((table) => Object.entries(table))) {
      const before = seen.get(code);
      if (before !== undefined && before !== definition) throw new Error(`${name}: ${code} is defined twice`);
      if (before === undefined) own[code] = definition;
      seen.set(code, definition);
    }
    areas.push({ area: name.replace(/\.ts$/, ''), codes: own });
  }
  return areas.filter((area) => Object.keys(area.codes).length > 0);
}

/** The page `docs/reference/errors.md`. */
export function errorPage(areas: readonly CodeArea[]): string {
  const head = [
    '# Errors and issues',
    '',
    'Generated from `src/base/codes/` by `npm run docs`; do not edit.',
    '',
    'Every message begins with its code and names the place, what was found, what was expected and the next step.',
    'A fault of the call ends a command with status 2, anything else with status 1. `{words}` are filled in when it happens.',
    '',
    '每条信息以代码开头，并指出位置、实际内容、应有内容和下一步。调用有误时命令以状态 2 结束，其他情况以状态 1 结束。',
  ];
  return `${[...head, ...areas.flatMap(({ area, codes }) => ['', `## ${area}`, ...Object.entries(codes).flatMap(entry)])].join('\n')}\n`;
}

function entry([code, { http, message, remedy }]: readonly [string, CodeDefinition]): string[] {
  return [
    '',
    `### ${code}`,
    '',
    `HTTP ${http}`,
    '',
    `- en: ${message.en}. ${remedy.en}`,
    `- zh: ${message.zh}。${remedy.zh}`,
  ].map((line) => line.replace('.. ', '. ').replace('。。', '。'));
}
