import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import type { LedgerRow, Workspace } from '../../src/app/index.js';
import { addStep } from '../../src/app/ledger/steps.js';
import { findingId, type Opened } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import { madeJpeg } from '../../src/files/picture/testing/made-picture.js';
import { asOperator } from '../app/caller.js';
import { testWorkspace } from '../app/workspace.js';
import { type Calls, fakeServer } from './fake.js';

describe('routes of findings', () => {
  let server: FastifyInstance;
  let calls: Calls;
  beforeAll(async () => {
    ({ server, calls } = await fakeServer());
  });
  afterAll(() => server.close());
  beforeEach(() => {
    calls.length = 0;
  });
  const post = (url: string, payload: object) => server.inject({ method: 'POST', url, payload });

  it('filter the list', async () => {
    const asked = { area: '黑龙江', person: 'me', status: 'open', text: '裂缝' };
    const query = new URLSearchParams({ ...asked, overdue: 'true' }).toString();
    expect((await server.inject(`/api/ledger?${query}`)).statusCode).toBe(200);
    await server.inject('/api/ledger?overdue=false');
    expect(calls).toEqual([
      ['ledger', { ...asked, overdue: true }],
      ['ledger', {}],
    ]);
  });

  it('assign and comment as steps, with what was seen last', async () => {
    const finding = 'finding/a/2024/b';
    await post('/api/ledger/assignment', { finding, person: 'li', after: 'e1', by: '王' });
    await post('/api/ledger/comments', { finding, text: '好', answers: 'c1' });
    expect(calls).toEqual([
      [
        'recordStep',
        {
          finding,
          kind: 'assigned',
          content: { person: 'li', office: '', deadline: '', note: '' },
          after: 'e1',
          by: '王',
        },
      ],
      ['recordStep', { finding, kind: 'comment', content: { text: '好', answers: 'c1', edits: '' } }],
    ]);
  });

  it.each([
    ['/api/ledger/assignment', { person: 'li' }],
    ['/api/ledger/comments', { finding: 'f', text: '' }],
    ['/api/ledger/comments', { finding: 'f', text: 'x', kind: 'opened' }],
  ])('POST %s with %o is refused', async (url, payload) => {
    expect((await post(url, payload)).json()).toMatchObject({ status: 400 });
    expect(calls).toEqual([]);
  });
});

describe('a finding over HTTP', () => {
  const content: Opened = {
    city: id<'city'>('cn-230400'),
    period: id<'period'>('2024'),
    subject: 'ground',
    about: 'vacancy',
    level: 'residential_area',
    place: '一号',
    lon: 130.25,
    lat: 47.5,
    problemType: '',
    light: 'yellow',
    mismatch: null,
    value: 0.3,
    evidence: [],
    note: '',
  };
  const finding = findingId(content);
  const query = (more: Readonly<Record<string, string>>) =>
    new URLSearchParams({ finding, ...more }).toString();
  let ws: Workspace;
  let server: FastifyInstance;
  beforeAll(async () => {
    ws = await testWorkspace();
    await addStep(ws, finding, { kind: 'opened', content }, {}, asOperator);
    server = await buildServer({ ws, webFolder: '/nowhere' });
  });
  afterAll(() => server.close());
  const send = (payload: Uint8Array, name = '现场.jpg') =>
    server.inject({
      method: 'POST',
      url: `/api/ledger/files?${query({ caption: '裂缝' })}`,
      payload: Buffer.from(payload),
      headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
    });

  it('takes a photo and gives it back as what it is, and nothing of it runs', async () => {
    const sent = await send(Buffer.concat([madeJpeg(8, 8, [[40]]), Buffer.from('GPS')]));
    const file = sent.json<LedgerRow>().files[0];
    expect(file).toMatchObject({ name: '现场.jpg', caption: '裂缝', mediaType: 'image/jpeg' });
    const got = await server.inject(`/api/ledger/files?${query({ file: file?.id ?? '' })}`);
    expect(got.rawPayload.equals(Buffer.from(madeJpeg(8, 8, [[40]])))).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(got.headers['content-disposition']).toMatch(/^inline; filename/);
    const pdf = (await send(Buffer.from('%PDF-1.7'), 'a.pdf')).json<LedgerRow>().files[1];
    const document = await server.inject(`/api/ledger/files?${query({ file: pdf?.id ?? '' })}`);
    expect(document.headers['content-disposition']).toMatch(/^attachment; filename/);
  });

  it('refuses what is none, what is too large and what is not there', async () => {
    expect((await send(Buffer.from('<html>'))).json()).toMatchObject({
      status: 415,
      code: 'LEDGER_FILE_TYPE',
    });
    const large = await send(Buffer.alloc(8 * 1024 * 1024 + 1, '%PDF-'));
    expect(large.json()).toMatchObject({ status: 413, code: 'API_TOO_LARGE' });
    const none = await server.inject(`/api/ledger/files?${query({ file: 'unheard' })}`);
    expect(none.json()).toMatchObject({ status: 404, code: 'LEDGER_FILE' });
  });

  it('tells the second of two who decided first', async () => {
    const at = (
      await server.inject(`/api/ledger/finding?id=${encodeURIComponent(finding)}`)
    ).json<LedgerRow>();
    const after = at.history.at(-1)?.id;
    const give = (person: string) =>
      server.inject({
        method: 'POST',
        url: '/api/ledger/assignment',
        payload: { finding, person, deadline: '2027-06-30', after },
      });
    expect((await give('li')).statusCode).toBe(200);
    const second = await give('wang');
    expect(second.json()).toMatchObject({ status: 409, code: 'LEDGER_STALE' });
    expect(second.json<{ message: { zh: string } }>().message.zh).toContain('作了交办');
  });

  it('is a calendar that any calendar may ask for, with a token in its address', async () => {
    const asked = await server.inject('/api/ledger.ics?lang=zh&remind=3&token=secret');
    expect(asked.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(asked.body).toContain('DTSTART;VALUE=DATE:20270630');
    expect(asked.raw.req.headers.authorization).toBe('Bearer secret');
    const elsewhere = await server.inject('/api/ledger?token=secret');
    expect(elsewhere.raw.req.headers.authorization).toBeUndefined();
    expect((await server.inject('/api/ledger.ics?remind=-1')).statusCode).toBe(400);
  });
});
