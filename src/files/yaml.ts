import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { AfterlodeError, foreignReason } from '../base/index.js';
import { readFolder, readTextFile } from './read.js';

/**
 * What a YAML file holds, as plain values.
 *
 * @throws AfterlodeError `FILE_FORMAT` naming the line; as `readTextFile`
 */
export async function readYamlFile(path: string): Promise<unknown> {
  return parseYaml(await readTextFile(path), path);
}

/**
 * What the YAML files of a folder hold, sorted by path.
 *
 * @returns path: the folder's name and the path below it, `tables/census_2010.yaml`
 */
export async function readYamlFolder(
  folder: string,
): Promise<readonly { readonly path: string; readonly value: unknown }[]> {
  const files = await readFolder(folder, '.yaml');
  return files.map(({ path, text }) => ({
    path: `${basename(folder)}/${path}`,
    value: parseYaml(text, join(folder, path)),
  }));
}

/**
 * What a text in YAML (or JSON) says, as plain values.
 *
 * @param path name for messages
 * @throws AfterlodeError `FILE_FORMAT` naming the line
 */
export function parseYaml(text: string, path: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    const found = foreignReason(fault);
    throw new AfterlodeError(
      'FILE_FORMAT',
      { en: `${path}, line ${line}`, zh: `${path} 第 ${line} 行` },
      { found, expected: 'YAML' },
      fault,
    );
  }
  return document.toJS() as unknown;
}
