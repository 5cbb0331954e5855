import { basename, join } from 'node:path';
import { parseDocument, type YAMLError } from 'yaml';
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

/** Levels of lists and maps; files of planners have a dozen. */
const deepest = 100;

/**
 * What a text in YAML (or JSON) says, as plain values.
 *
 * @param path name for messages
 * @throws AfterlodeError `FILE_FORMAT` naming the line, or saying what no plain value is: aliases that multiply or that lead back to
 *   themselves, and lists within lists without end
 */
export function parseYaml(text: string, path: string): unknown {
  try {
    const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
    const fault = document.errors[0];
    if (fault !== undefined) throw lineFault(fault, path);
    const value = document.toJS() as unknown;
    expectFinite(value, 0);
    return value;
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    throw new AfterlodeError('FILE_FORMAT', path, { found: foreignReason(error), expected: 'YAML' }, error);
  }
}

function lineFault(fault: YAMLError, path: string): AfterlodeError {
  const line = fault.linePos?.[0].line ?? 1;
  const where = { en: `${path}, line ${line}`, zh: `${path} 第 ${line} 行` };
  return new AfterlodeError('FILE_FORMAT', where, { found: foreignReason(fault), expected: 'YAML' }, fault);
}

/** A value that holds itself has no end either. */
function expectFinite(value: unknown, level: number): void {
  if (level > deepest) throw new RangeError(`more than ${deepest} levels of lists and maps`);
  if (typeof value !== 'object' || value === null) return;
  for (const below of Object.values(value)) expectFinite(below, level + 1);
}
