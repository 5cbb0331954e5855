import { type Binding, bindingOf, placesOf } from '../../../access/index.js';
import { AfterlodeError, type Text } from '../../../base/index.js';
import { readYamlFile } from '../../../files/index.js';
import type { Workspace } from '../../workspace.js';
import { areaOf } from '../call.js';

/** Which group of the provider gives which role, and which claims describe the account that is made for its members. */
export interface RoleGroups {
  /** Claim with the list of a person's groups. */
  readonly claim: string;
  /** Claims with the account's name and the person's. */
  readonly name: string;
  readonly label: string;
  readonly rows: readonly { readonly group: string; readonly binding: Binding }[];
}

/**
 * Reads the file of groups:
 *
 *     claim: groups                 # default
 *     name: preferred_username      # default
 *     label: name                   # default
 *     groups:
 *       - {group: afterlode-review-hlj, role: provincial_reviewer, area: 黑龙江}
 *       - {group: afterlode-readers, role: reader, area: all}
 *
 * @throws AfterlodeError CALL_OPTION naming the entry, ACCESS_ROLE, ACCESS_AREA, CITY_UNKNOWN, CITY_AMBIGUOUS; as `readYamlFile`
 */
export async function readRoleGroups(ws: Workspace, file: string): Promise<RoleGroups> {
  const top = fieldsOf(await readYamlFile(file), file, ['claim', 'name', 'label', 'groups']);
  const rows: unknown = top.groups;
  if (!Array.isArray(rows) || rows.length === 0) {
    throw wrong(`${file}: groups`, { en: 'a list with at least one group', zh: '至少含一个组的列表' });
  }
  return {
    claim: wordOf(top.claim ?? 'groups', `${file}: claim`),
    name: wordOf(top.name ?? 'preferred_username', `${file}: name`),
    label: wordOf(top.label ?? 'name', `${file}: label`),
    rows: rows.map((row: unknown, at) => rowOf(ws, row, `${file}: groups[${at + 1}]`)),
  };
}

/** Roles that a person's groups give. */
export function holdsOf({ rows }: RoleGroups, groups: readonly string[]): readonly Binding[] {
  return rows.filter(({ group }) => groups.includes(group)).map(({ binding }) => binding);
}

function rowOf(ws: Workspace, row: unknown, where: string): RoleGroups['rows'][number] {
  const { group, role, area } = fieldsOf(row, where, ['group', 'role', 'area']);
  const place = areaOf(ws, wordOf(area ?? 'all', `${where}.area`));
  const binding = bindingOf(wordOf(role, `${where}.role`), place, placesOf(ws.register));
  return { group: wordOf(group, `${where}.group`), binding };
}

function fieldsOf(
  value: unknown,
  where: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  const unknown = Object.keys(fields ?? {}).find((name) => !known.includes(name));
  if (fields !== null && unknown === undefined) return { ...fields };
  throw wrong(where, known.join(', '), unknown);
}

function wordOf(value: unknown, where: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw wrong(where, { en: 'a word', zh: '一个词' }, JSON.stringify(value));
}

function wrong(where: string, expected: string | Text, found?: string): AfterlodeError {
  const other = { en: 'something else', zh: '其他内容' };
  return new AfterlodeError('CALL_OPTION', where, { found: found ?? other, expected });
}
