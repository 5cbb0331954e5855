import { z } from 'zod';
import { id } from '../base/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { pageOf, pageParameters, pagesParameters } from './paging.js';
import { changeHeaders, changeOf, reason, why } from './round-call.js';
import {
  computation,
  lockAnswer,
  recomputation,
  roundAnswer,
  roundRow,
  roundUnit,
  snapshotRow,
} from './schemas-rounds.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['rounds'];
const params = z.strictObject({ round: z.string().min(1).describe('id of the round') });

/** Rounds of the yearly reporting: their definition, their states, their computations and their publication. */
export function addRoundRoutes(server: Server, service: Service): void {
  addRoundReads(server, service);
  addRoundSteps(server, service);
  addComputations(server, service);
}

function addRoundReads(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/rounds',
    {
      config: needs('round.read'),
      schema: {
        tags,
        summary: 'Rounds with the states of their returns',
        querystring: z.strictObject(pageParameters),
        response: answers(z.array(roundRow), 'the first one first; drafts for those who define rounds'),
      },
    },
    async (request, reply) =>
      pageOf(request, reply, await useCases.rounds(ws, callerOf(request)), ({ id }) => id, request.query),
  );
  server.get(
    '/api/rounds/:round',
    {
      config: needs('round.read'),
      schema: {
        tags,
        summary: 'A round with its units, who is late, and what may be done',
        params,
        response: answers(roundAnswer, 'states and no figures'),
      },
    },
    (request) => useCases.round(ws, request.params.round, callerOf(request)),
  );
  server.get(
    '/api/rounds/:round/returns',
    {
      config: needs('round.read'),
      schema: {
        tags,
        summary: 'The units of a round in pages',
        params,
        querystring: z.strictObject({
          state: z.string().min(1).describe('state of the return').optional(),
          province: z.string().min(1).describe('Chinese or English name').optional(),
          late: z.enum(['true', 'false']).describe('only those past the deadline of their level').optional(),
          ...pagesParameters,
        }),
        response: answers(z.array(roundUnit), 'states and no figures'),
      },
    },
    async (request, reply) => {
      const { state, province, late } = request.query;
      const answer = await useCases.round(ws, request.params.round, callerOf(request));
      const lateBy = new Map(answer.late.map((one) => [one.unit, one]));
      const rows = answer.unitStates
        .map((row) => ({ ...row, late: lateBy.get(row.unit) ?? null }))
        .filter((row) => state === undefined || row.state === state)
        .filter((row) => province === undefined || Object.values(row.province).includes(province))
        .filter((row) => late !== 'true' || (row.late?.days ?? 0) > 0);
      return pageOf(request, reply, rows, ({ unit }) => unit, request.query);
    },
  );
}

function addRoundSteps(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/rounds',
    {
      config: needs('round.define'),
      schema: {
        tags,
        summary: 'Define a round; it is a draft until it is opened',
        headers: changeHeaders,
        body: z
          .looseObject({ id: z.string() })
          .describe('id, label, period, forms, units, deadlines, indices'),
        response: answers(roundRow, 'the round'),
      },
    },
    (request) => useCases.defineRound(ws, request.body, changeOf(request)),
  );
  for (const [word, summary, step] of [
    ['open', 'Open a round for its units, or a closed one again', useCases.openRound],
    ['close', 'End the reporting: units only mend what was sent back', useCases.closeRound],
  ] as const) {
    server.post(
      `/api/rounds/:round/${word}`,
      {
        config: needs('round.define'),
        schema: {
          tags,
          summary,
          params,
          headers: changeHeaders,
          body: reason,
          response: answers(roundRow, 'the round'),
        },
      },
      (request) => step(ws, request.params.round, changeOf(request, request.body.why)),
    );
  }
  server.post(
    '/api/rounds/:round/lock',
    {
      config: needs('round.lock'),
      schema: {
        tags,
        summary: 'Lock the returns that the nation has accepted',
        params,
        headers: changeHeaders,
        body: z.strictObject({
          leaveOut: z.boolean().default(false).describe('leave out returns that are not done, with why'),
          why,
        }),
        response: answers(lockAnswer, 'how many were locked and left out'),
      },
    },
    (request) => {
      const { leaveOut, why: words } = request.body;
      return useCases.lockRound(ws, request.params.round, { leaveOut }, changeOf(request, words));
    },
  );
}

function addComputations(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/rounds/:round/compute',
    {
      config: needs('round.recompute'),
      schema: {
        tags,
        summary: 'The first computation of a locked round',
        params,
        headers: changeHeaders,
        body: reason,
        response: answers(computation, 'the results'),
      },
    },
    (request) => useCases.computeRound(ws, request.params.round, changeOf(request, request.body.why)),
  );
  server.post(
    '/api/rounds/:round/recompute',
    {
      config: needs('round.recompute'),
      schema: {
        tags,
        summary: 'The second computation, by somebody else who has not seen the first',
        params,
        headers: changeHeaders,
        body: z.strictObject({
          why,
          figures: z
            .array(z.strictObject({ unit: z.string(), node: z.string(), score: z.number().nullable() }))
            .max(200_000)
            .describe('own figures; without them the program computes')
            .optional(),
          sample: z
            .strictObject({ count: z.number().int().min(1), seed: z.number().int() })
            .describe('only so many units, chosen by a seed')
            .optional(),
        }),
        response: answers(recomputation, 'equal, or where they differ'),
      },
    },
    (request) => {
      const { why: words, figures, sample } = request.body;
      const own = figures?.map((figure) => ({ ...figure, unit: id<'city'>(figure.unit) }));
      const asked = { figures: own ?? null, ...given({ sample }) };
      return useCases.recomputeRound(ws, request.params.round, asked, changeOf(request, words));
    },
  );
  server.get(
    '/api/rounds/:round/results',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'What a round came to, once a second person has computed it or it is published',
        params,
        response: answers(computation, 'the results, and the second computation where there is one'),
      },
    },
    (request) => useCases.roundResults(ws, request.params.round, callerOf(request)),
  );
  server.post(
    '/api/rounds/:round/publish',
    {
      config: needs('round.publish'),
      schema: {
        tags,
        summary: 'Publish a round: one snapshot that never changes, and its values as observations',
        params,
        headers: changeHeaders,
        body: reason,
        response: answers(snapshotRow, 'the snapshot'),
      },
    },
    (request) => useCases.publishRound(ws, request.params.round, changeOf(request, request.body.why)),
  );
}
