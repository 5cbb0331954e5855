import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resultsOf } from '../../src/app/campaign/results.js';
import {
  openWorkspace,
  operator,
  type SaveAnswer,
  type SnapshotCheck,
  type SnapshotRow,
  snapshot,
  verifySnapshot,
  type Workspace,
} from '../../src/app/index.js';
import { withCatalog } from '../../src/app/workspace.js';
import { id, sha256Text } from '../../src/base/index.js';
import { compareFigures } from '../../src/campaign/index.js';
import { resolveCatalog } from '../../src/catalog/index.js';
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
    'refuses who has seen an older revision, and applies a repeated call once',
    async () => {
      const save = ['round', 'save', 'trial_2025', '鹤岗', '--set', 'hospitals=63', '--as', 'hegang'];
      const stale = await play([...save, '--seen', '1']);
      expect([stale.status, stale.err]).toEqual([
        2,
        expect.stringMatching(/^ROUND_CONFLICT: .*revision 1 was seen, but hegang made revision 2 at/),
      ]);
      const keyed = [...save, '--seen', '2', '--key', 'k1'];
      expect(await json<SaveAnswer>(keyed)).toMatchObject({ saved: true, changed: 1, revision: 3 });
      expect(await json<SaveAnswer>(keyed)).toMatchObject({ saved: true, changed: 1, revision: 3 });
      const other = await play([...save, '--seen', '3', '--key', 'k1']);
      expect(other.err).toMatch(/^ROUND_KEY/);
      expect((await play([...save, '--key', 'k 2'])).err).toMatch(/^CALL_OPTION: .*key/);
    },
    patient,
  );

  it.each([
    ['ROUND_UNKNOWN', ['show', 'other']],
    ['ROUND_UNIT', ['form', 'trial_2025', '大庆']],
    ['ROUND_TAKEN', ['define', 'examples/round-2025/round.yaml']],
    ['ROUND_INDICATOR', ['save', 'trial_2025', '鹤岗', '--set', 'night_light_sum=1']],
    ['ROUND_WHY', ['return', 'trial_2025', '鹤岗']],
    ['ROUND_FILE', ['evidence', 'trial_2025', '鹤岗', 'NOTHING']],
    ['ROUND_FILE_UNKNOWN', ['evidence', 'trial_2025', '鹤岗', '--fetch', 'abc']],
    ['ROUND_FIGURES', ['save', 'trial_2025', '鹤岗', 'examples/round-2025/figures-2024.csv.missing']],
    ['SNAPSHOT_UNKNOWN', ['verify', 'abcdef01']],
    ['ACCESS_LOCKED', ['list', '--as', 'nobody']],
  ])(
    'says %s',
    async (code, words) => {
      const empty = join(temporaryFolder(), 'empty.txt');
      writeFileSync(empty, '');
      if (code === 'ROUND_WHY') await playUntil('round submit');
      const table = join(temporaryFolder(), 'table.csv');
      writeFileSync(table, 'name,figure\na,1\n');
      const made = words.map((word) =>
        word === 'NOTHING' ? empty : word.endsWith('.missing') ? table : word,
      );
      const { status, err } = await play(['round', ...made]);
      expect([status, err.split(':')[0]]).toEqual([2, code]);
    },
    patient,
  );

  it(
    'goes through review, and names who is late and who is missing',
    async () => {
      const back = await playUntil('Is the number of beds');
      expect(back.out).toBe('Hegang: returned by the province; now returned by the province, revision 8\n');
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

  it(
    'computes the snapshot to the same under another catalog and after the data have changed, and to other figures only if asked to',
    async () => {
      const call = { actor: operator() };
      const [row] = await json<SnapshotRow[]>(['round', 'snapshots']);
      const { document, text } = await snapshot(ws, String(row?.hash), call);
      expect(sha256Text(text)).toBe(row?.hash);
      expect(document.inputs.units.map(({ id: unit, leftOut }) => [unit, leftOut])).toEqual([
        ['cn-230400', false],
        ['cn-230500', true],
        ['cn-340600', false],
      ]);
      // The data change: a value of the round is left out by decision, one of the year before is revised.
      const excluded = [
        'decide',
        'value/cn-230400/2025/fiscal_revenue',
        '--kind',
        'exclude',
        '--reason',
        'r',
      ];
      await json([...excluded, '--by', 'x']);
      const revised = join(temporaryFolder(), 'revised.csv');
      writeFileSync(revised, 'city,period,indicator,value,unit\n鹤岗,2024,gross_regional_product,999,亿元\n');
      await json(['import', revised]);
      // The catalog changes: other weights.
      const files = document.catalog.files.map(({ path, text: was }) =>
        path === 'indices/economy.yaml'
          ? {
              path,
              text: was
                .replace('weight: 0.25', 'weight: 0.7')
                .replace('weight: 0.25', 'weight: 0.05')
                .replace('weight: 0.25', 'weight: 0.2')
                .replace('weight: 0.25', 'weight: 0.05'),
            }
          : { path, text: was },
      );
      const other = resolveCatalog(files, id<'date'>('2030-01-01'));
      const later = withCatalog(ws, other);
      expect(later.catalog.hash).not.toBe(document.catalog.hash);
      expect(await verifySnapshot(later, String(row?.hash), call)).toMatchObject({
        equal: true,
        catalogOn: '2026-11-22',
        auditWhole: true,
      });
      const changed = resultsOf(document.inputs, later.catalog);
      expect(compareFigures(document.results.figures, changed.figures).equal).toBe(false);
    },
    patient,
  );
});
