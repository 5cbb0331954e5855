import { phrases } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { RowSource } from '../../files/index.js';
import {
  type ChainPartner,
  type ChainRecord,
  chainPools,
  chainRoles,
  type PoolEntry,
} from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { fault, from0, nodeOf } from './cells.js';

type Ids = ReadonlySet<string>;

/**
 * Reads who stands for a chain. Roles go by their ids or by their names in either language; a row without a name is a form that
 * nobody has filled and says nothing.
 *
 * @throws AfterlodeError CHAIN_TABLE naming the cell, FILE_… of reading
 */
export async function readRecords(
  source: RowSource,
  ids: Ids,
  catalog: Catalog,
): Promise<readonly ChainRecord[]> {
  const { rows } = await readNamedRows(
    source,
    {
      role: { also: ['事项'], needed: true },
      name: { also: ['名称'], needed: true },
      node: { also: ['节点'], needed: false },
      contact: { also: ['联系人', 'office', '联系方式'], needed: false },
      source: { also: ['来源'], needed: false },
      since: { also: ['起始'], needed: false },
    },
    fault,
  );
  const read = rows.map((row) => ({
    role: named(row, 'role', catalog, 'chain_role', chainRoles),
    name: row.text('name'),
    node: nodeOrNone(row, ids),
    contact: row.text('contact'),
    source: row.text('source'),
    since: row.text('since'),
  }));
  return read.filter(({ name }) => name !== '');
}

/**
 * Reads the pools of clients, projects, capital and talent.
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_… of reading
 */
export async function readPools(
  source: RowSource,
  ids: Ids,
  catalog: Catalog,
): Promise<readonly PoolEntry[]> {
  const { rows } = await readNamedRows(
    source,
    {
      pool: { also: ['类别', '库'], needed: true },
      name: { also: ['名称'], needed: true },
      node: { also: ['节点'], needed: false },
      state: { also: ['状态'], needed: false },
      amount: { also: ['count', '金额', '数量'], needed: false },
      source: { also: ['来源'], needed: false },
    },
    fault,
  );
  return rows.map((row) => ({
    pool: named(row, 'pool', catalog, 'chain_pool', chainPools),
    name: row.word('name', { en: 'a name', zh: '名称' }),
    node: nodeOrNone(row, ids),
    state: row.text('state'),
    amount: from0(row, 'amount'),
    source: row.text('source'),
  }));
}

/**
 * Reads what partner cities have of nodes; each pair of place and node once.
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_… of reading
 */
export async function readPartners(source: RowSource, ids: Ids): Promise<readonly ChainPartner[]> {
  const { rows } = await readNamedRows(
    source,
    {
      place: { also: ['城市', '地区'], needed: true },
      node: { also: ['节点'], needed: true },
      output: { also: ['产值'], needed: false },
      quotient: { also: ['lq', '区位商'], needed: false },
      distance: { also: ['距离'], needed: false },
    },
    fault,
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const place = row.word('place', { en: 'a city', zh: '城市名称' });
    const node = nodeOf(row, 'node', ids);
    const pair = JSON.stringify([place, node]);
    if (seen.has(pair))
      throw row.wrong('node', node, {
        en: 'each pair of place and node once',
        zh: '每对城市与节点只出现一次',
      });
    seen.add(pair);
    return {
      place,
      node,
      output: from0(row, 'output'),
      quotient: from0(row, 'quotient'),
      distance: from0(row, 'distance'),
    };
  });
}

function nodeOrNone(row: NamedRow<'node'>, ids: Ids): string | null {
  return row.text('node') === '' ? null : nodeOf(row, 'node', ids);
}

/** A word of a class of the catalog, by its id or by its label. */
function named<Column extends string, Word extends string>(
  row: NamedRow<Column>,
  column: Column,
  catalog: Catalog,
  scheme: string,
  words: readonly Word[],
): Word {
  const text = row.text(column);
  const labels = catalog.classes.get(scheme)?.classes ?? [];
  const known = labels.find(({ id, label }) => [id, label.zh, label.en].includes(text))?.id ?? text;
  const word = words.find((one) => one === known);
  if (word !== undefined) return word;
  throw row.wrong(column, text || phrases.empty, phrases.oneOf(words.join(', ')));
}
