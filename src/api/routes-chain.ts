import type { z } from 'zod';
import type { ChainTables, ChainWords } from '../app/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files, reportFiles } from './documented.js';
import { chainAnswer, chainMapRequest, chainReportRequest, chainRequest } from './schemas-chain.js';
import { sendFile } from './send-file.js';
import { csvOf, sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';

const tags = ['plan'];
/** Tables of one request: some hundred thousand rows. */
const bodyLimit = bodyLimits.tables;

/** Industry chains on tables of a request; nothing of it is kept. */
export function addChainRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/chain',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Where an industry chain is to be strengthened, filled, extended or given up',
        body: chainRequest,
        response: answers(chainAnswer, 'a row for each node, and what stands beside the chain'),
      },
    },
    ({ body }) => useCases.chainOf(ws, ...chainAsked(body)),
  );
  server.post(
    '/api/chain/map',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The panorama or the present state of a chain as a drawing',
        body: chainMapRequest,
        response: files(['image/svg+xml'], 'the drawing'),
      },
    },
    async ({ body: { picture, lang, ...body } }, reply) =>
      sendFile(reply, await useCases.chainMap(ws, ...chainAsked(body), { picture, lang })),
  );
  server.post(
    '/api/chain/report',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The analysis or the promotion report of a chain',
        body: chainReportRequest,
        response: reportFiles,
      },
    },
    async ({ body: { kind, format, lang, ...body } }, reply) => {
      const [tables, words] = chainAsked(body);
      return sendFile(reply, await useCases.chainReportFile(ws, tables, { ...words, kind, format, lang }));
    },
  );
}

function chainAsked({
  nodes,
  edges,
  firms,
  records,
  pools,
  partners,
  title,
}: z.output<typeof chainRequest>): readonly [ChainTables, ChainWords] {
  const tables = {
    nodes: sentTable('nodes', nodes),
    edges: sentTable('edges', edges),
    ...csvOf('firms', firms),
    ...csvOf('records', records),
    ...csvOf('pools', pools),
    ...csvOf('partners', partners),
  };
  return [tables, title === undefined ? {} : { title }];
}
