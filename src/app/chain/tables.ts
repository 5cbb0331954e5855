import { phrases } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { Chain, ChainEdge, ChainFirm, ChainNode } from '../../plan/index.js';
import { readNamedRows } from '../tables/named-rows.js';
import { fault, from0, nodeOf, share, yes } from './cells.js';

/** Tables of a chain. */
export interface ChainTables {
  readonly nodes: RowSource;
  readonly edges: RowSource;
  readonly firms?: RowSource;
  /** Table `role,name[,node,contact,source,since]`. */
  readonly records?: RowSource;
  /** Table `pool,name[,node,state,amount,source]`. */
  readonly pools?: RowSource;
  /** Table `place,node[,output,quotient,distance]`. */
  readonly partners?: RowSource;
}

/**
 * Reads nodes, edges and firms. Columns of figures may be absent or empty: what nobody knows is missing.
 *
 * @throws AfterlodeError CHAIN_TABLE naming the cell, FILE_… of reading
 */
export async function readChain({ nodes, edges, firms }: ChainTables): Promise<Chain> {
  const read = await readNodes(nodes);
  const ids = new Set(read.map(({ id }) => id));
  const absent = new Set(read.filter(({ here }) => here === false).map(({ id }) => id));
  return {
    nodes: read,
    edges: await readEdges(edges, ids),
    firms: firms === undefined ? [] : await readFirms(firms, ids, absent),
  };
}

async function readNodes(source: RowSource): Promise<readonly ChainNode[]> {
  const { rows, has } = await readNamedRows(
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
      present: { also: ['本地具备'], needed: false },
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
      // Without the column firms tell it; in it an empty cell says that nobody has looked.
      ...(has('present') && { here: yes(row, 'present') }),
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

async function readFirms(
  source: RowSource,
  ids: ReadonlySet<string>,
  absent: ReadonlySet<string>,
): Promise<readonly ChainFirm[]> {
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
  return rows.map((row) => {
    const node = nodeOf(row, 'node', ids);
    if (absent.has(node))
      throw row.wrong('node', node, {
        en: 'a node whose column present is not 0',
        zh: 'present 不为 0 的节点',
      });
    return {
      firm: row.word('firm', { en: 'a firm', zh: '企业名称' }),
      node,
      output: from0(row, 'output'),
      jobs: from0(row, 'jobs'),
      lead: yes(row, 'lead') === true,
    };
  });
}
