import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { Chain, ChainEdge, ChainFirm, ChainNode } from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('CHAIN_TABLE', where, { found, expected });

/** Tables of a chain. */
export interface ChainTables {
  readonly nodes: RowSource;
  readonly edges: RowSource;
  readonly firms?: RowSource;
}

/**
 * Reads nodes, edges and firms. Columns of figures may be absent or empty: what nobody knows is missing.
 *
 * @throws AfterlodeError CHAIN_TABLE naming the cell, FILE_… of reading
 */
export async function readChain({ nodes, edges, firms }: ChainTables): Promise<Chain> {
  const read = await readNodes(nodes);
  const ids = new Set(read.map(({ id }) => id));
  return {
    nodes: read,
    edges: await readEdges(edges, ids),
    firms: firms === undefined ? [] : await readFirms(firms, ids),
  };
}

async function readNodes(source: RowSource): Promise<readonly ChainNode[]> {
  const { rows } = await readNamedRows(
    source,
    {
      node: { also: ['节点'], needed: true },
      name: { also: ['名称'], needed: false },
      stage: { also: ['环节'], needed: false },
      unit_value: { also: ['单位价值'], needed: false },
      carbon: { also: ['单位碳排放'], needed: false },
      quotient: { also: ['lq', '区位商'], needed: false },
      density: { also: ['关联密度'], needed: false },
      productivity: { also: ['人均增加值'], needed: false },
      local_share: { also: ['本地配套率'], needed: false },
      scale: { also: ['规模可行'], needed: false },
      market: { also: ['市场可行'], needed: false },
    },
    fault,
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const id = row.word('node', { en: 'a node', zh: '节点' });
    if (seen.has(id)) throw row.wrong('node', id, { en: 'each node once', zh: '不重复的节点' });
    seen.add(id);
    return {
      id,
      name: row.text('name') || id,
      stage: row.text('stage'),
      unitValue: from0(row, 'unit_value'),
      carbon: from0(row, 'carbon'),
      quotient: from0(row, 'quotient'),
      density: share(row, 'density'),
      productivity: row.number('productivity'),
      localShare: share(row, 'local_share'),
      scale: yes(row, 'scale'),
      market: yes(row, 'market'),
    };
  });
}

async function readEdges(source: RowSource, ids: ReadonlySet<string>): Promise<readonly ChainEdge[]> {
  const { rows } = await readNamedRows(
    source,
    {
      from: { also: ['投入'], needed: true },
      to: { also: ['产出'], needed: true },
      share: { also: ['份额'], needed: true },
    },
    fault,
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const [from, to] = [nodeOf(row, 'from', ids), nodeOf(row, 'to', ids)];
    if (from === to) throw row.wrong('to', to, { en: 'another node than in from', zh: '与 from 不同的节点' });
    const pair = JSON.stringify([from, to]);
    if (seen.has(pair)) throw row.wrong('to', to, { en: 'each pair once', zh: '每对节点只出现一次' });
    seen.add(pair);
    const found = share(row, 'share');
    if (found > 0) return { from, to, share: found };
    throw row.wrong('share', row.text('share') || phrases.empty, {
      en: 'a share above 0, at most 1',
      zh: '大于 0、不超过 1 的份额',
    });
  });
}

async function readFirms(source: RowSource, ids: ReadonlySet<string>): Promise<readonly ChainFirm[]> {
  const { rows } = await readNamedRows(
    source,
    {
      firm: { also: ['企业'], needed: true },
      node: { also: ['节点'], needed: true },
      output: { also: ['产值'], needed: false },
      jobs: { also: ['就业'], needed: false },
      lead: { also: ['龙头'], needed: false },
    },
    fault,
  );
  return rows.map((row) => ({
    firm: row.word('firm', { en: 'a firm', zh: '企业名称' }),
    node: nodeOf(row, 'node', ids),
    output: from0(row, 'output'),
    jobs: from0(row, 'jobs'),
    lead: yes(row, 'lead') === true,
  }));
}

function nodeOf<Name extends string>(row: NamedRow<Name>, column: Name, ids: ReadonlySet<string>): string {
  const word = row.word(column, { en: 'a node', zh: '节点' });
  if (ids.has(word)) return word;
  throw row.wrong(column, word, { en: 'a node of the table of nodes', zh: '节点表中的节点' });
}

function from0<Name extends string>(row: NamedRow<Name>, column: Name): number {
  const value = row.number(column);
  if (value < 0) throw row.wrong(column, row.text(column), phrases.numberFrom0);
  return value;
}

function share<Name extends string>(row: NamedRow<Name>, column: Name): number {
  const value = row.number(column);
  if (value < 0 || value > 1) throw row.wrong(column, row.text(column), phrases.share);
  return value;
}

/** 1 or 0; null where nothing stands there. */
function yes<Name extends string>(row: NamedRow<Name>, column: Name): boolean | null {
  const text = row.text(column);
  if (text === '') return null;
  if (text === '1' || text === '0') return text === '1';
  throw row.wrong(column, text, { en: '1, 0 or nothing', zh: '1、0 或留空' });
}
