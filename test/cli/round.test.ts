import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWorkspace, type SnapshotCheck, type SnapshotRow, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { workspaces } from '../../src/cli/call.js';
import { run } from '../../src/cli/run.js';
import { type Called, temporaryFolder } from './call.js';

/** The round of examples/round-2025, played as its script plays it, on one store that stays open. */

const patient = 120_000;
const script = readFileSync('examples/round-2025/play.sh', 'utf8');
const commands = script
  .split('\n')
  .filter((line) => line.startsWith('afterlode '))
  .map((line) => (line.match(/"[^"]*"|\S+/g) ?? []).slice(1).map((word) => word.replaceAll('"', '')))
  .map((words) => words.map((word) => word.replace('$here', 'examples/round-2025')));
let ws: Workspace;

beforeAll(async () => {
  ws = await openWorkspace({
    pack: '.',
    folder: join(temporaryFolder(), 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.0',
    on: id<'date'>('2026-11-22'),
  });
}, patient);
afterAll(() => ws.close());

/** A command of the script or another one. */
async function play(words: readonly string[], lang = 'en'): Promise<Called> {
  const told = { out: '', err: '' };
  const take = (name: keyof typeof told) => (text: unknown) => {
    told[name] += String(text);
    return true;
  };
  const status = process.exitCode;
  process.exitCode = undefined;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
    vi.spyOn(workspaces, 'open').mockResolvedValue({ ...ws, close: () => Promise.resolve() }),
  ];
  try {
    return { status: await run([...words, '--lang', lang, '--quiet']), ...told };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = status;
  }
}

async function json<T>(words: readonly string[]): Promise<T> {
  const { status, out, err } = await play([...words, '--json']);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out) as T;
}

/** Plays the script's lines up to the first that contains some words, that one included. */
async function playUntil(words: string): Promise<Called> {
  const last = commands.findIndex((line, at) => at >= played && line.join(' ').includes(words));
  if (last < 0) throw new Error(`the script has no more line with ${words}`);
  let done: Called = { status: 0, out: '', err: '' };
  for (; played <= last; played += 1) {
    done = await play(commands[played] as string[]);
    if (done.status !== 0) throw new Error(`${commands[played]?.join(' ')}: ${done.err}`);
  }
  return done;
}
let played = 0;

describe('round, as examples/round-2025 plays it', () => {
  it(
    'lets a city report, warns of a figure ten times too large, and keeps it back',
    async () => {
      const { out } = await playUntil('retail_sales=1262');
      expect(out).toMatch(
        /^warning: ROUND_CHANGE: Retail sales .* is 10.4 times the 121.7 100 million yuan of the year before/m,
      );
      const early = await play(['round', 'submit', 'trial_2025', '鹤岗', '--as', 'hegang']);
      expect([early.status, early.err]).toEqual([
        2,
        expect.stringMatching(/^ROUND_NOT_READY: .*2 errors and 1 warnings/),
      ]);
      const wrong = await play(
        ['round', 'save', 'trial_2025', '鹤岗', '--set', 'retail_sales=many', '--as', 'hegang'],
        'zh',
      );
      expect([wrong.status, wrong.out]).toEqual([
        2,
        expect.stringMatching(/^未保存.*\n错误: IMPORT_NUMBER_TEXT/),
      ]);
    },
    patient,
  );

  it(
    'keeps others out of its figures and lets them see its state',
    async () => {
      const other = ['trial_2025', '鹤岗', '--as', 'huaibei'];
      for (const command of [['form'], ['save', '--set', 'hospitals=1'], ['submit']]) {
        const [word = '', ...more] = command;
        const denied = await play(['round', word, ...other, ...more]);
        expect([denied.status, denied.err]).toEqual([2, expect.stringMatching(/^ACCESS_DENIED: huaibei/)]);
      }
      const shown = await play(['round', 'show', 'trial_2025', '--as', 'huaibei'], 'zh');
      expect(shown.out).toMatch(/^鹤岗市? +黑龙江省? +填报中 +2 /m);
      expect(shown.out).not.toMatch(/1262|126\.2/);
    },
    patient,
  );

  it(
    'goes through review, and names who is late and who is missing',
    async () => {
      const back = await playUntil('Is the number of beds');
      expect(back.out).toBe('Hegang: returned by the province; now returned by the province, revision 7\n');
      const skipped = await play([
        'round',
        'accept',
        'trial_2025',
        '鹤岗',
        '--level',
        'nation',
        '--as',
        'evaluator',
      ]);
      expect(skipped.err).toMatch(/^ROUND_STEP: .*accept_nation.*returned_by_province/);
      const { out } = await playUntil('round late');
      expect(out).toMatch(/^Shuangyashan +not begun +unit +2026-04-30 +32 +yes$/m);
    },
    patient,
  );

  it(
    'locks, reopens by an appeal, and shows the first result to nobody else before a second person has computed',
    async () => {
      const refused = await play(['round', 'lock', 'trial_2025', '--as', 'evaluator']);
      expect(refused.err).toMatch(/^ROUND_STEP/);
      await playUntil('round close');
      const unfinished = await play(['round', 'lock', 'trial_2025', '--as', 'evaluator']);
      expect(unfinished.err).toMatch(/^ROUND_UNFINISHED: .*cn-230500 not_begun/);
      await playUntil('round compute');
      const blind = await play(['round', 'results', 'trial_2025', '--as', 'second']);
      expect(blind.out).toBe('the results are shown after a second person has computed\n');
      const same = await play(['round', 'recompute', 'trial_2025', '--as', 'evaluator']);
      expect(same.err).toMatch(/^ROUND_SAME_PERSON/);
      const early = await play(['round', 'publish', 'trial_2025', '--as', 'evaluator']);
      expect(early.err).toMatch(/^ROUND_NOT_COMPUTED/);
      const { out } = await playUntil('round recompute');
      expect(out).toMatch(/^equal: \d+ figures compared/);
    },
    patient,
  );

  it(
    'publishes one document that is computed again to the same, and whose values are observations',
    async () => {
      const { out } = await playUntil('--changes');
      expect(out).toMatch(
        /hegang +Retail sales .* 1262 100 million yuan +126.2 100 million yuan +one digit too many$/m,
      );
      const [row] = await json<SnapshotRow[]>(['round', 'snapshots']);
      const check = await json<SnapshotCheck>(['round', 'verify', String(row?.hash).slice(0, 8)]);
      expect(check).toMatchObject({ equal: true, ranksDiffer: 0, findingsDiffer: 0, auditWhole: true });
      expect(check.comparison.compared).toBeGreaterThan(10);
      const explained = await play(['explain', 'value/cn-230400/2025/fiscal_revenue']);
      expect(explained.out).toMatch(/33\.9/);
    },
    patient,
  );
});
