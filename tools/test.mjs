// `node tools/test.mjs PROJECT… [-- words for vitest]`: installs and builds what is missing, runs the test projects
// and closes with one line that says how many passed and failed. A skipped test counts as a failure of the run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, ensureReady, orExit, root } from './ensure.mjs';

const words = process.argv.slice(2);
const split = words.indexOf('--');
const projects = split < 0 ? words : words.slice(0, split);
const more = split < 0 ? [] : words.slice(split + 1);

// `--rounds N`: how often the tests that kill processes do so; few by default, ten before a release.
const rounds = more.indexOf('--rounds');
if (rounds >= 0) process.env.AFTERLODE_KILL_ROUNDS = more.splice(rounds, 2)[1];

// Tests of the pure rooms need no build; those that start the program do.
const pure = projects.length === 1 && projects[0] === 'unit';
await orExit(() => (pure ? ensureInstalled() : ensureReady(['program', 'web'])));

const folder = mkdtempSync(join(tmpdir(), 'afterlode-test-'));
const counted = join(folder, 'result.json');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${counted}`,
    ...more,
  ],
  { cwd: root, env: { ...process.env, NODE_ENV: 'test' }, stdio: 'inherit' },
);
const result = read(counted);
rmSync(folder, { recursive: true, force: true });

const skipped = result.numPendingTests + result.numTodoTests;
const broken = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
);
// A file that cannot be loaded, or an error between tests, has no failed test of its own but is a failure.
const failed = Math.max(result.numFailedTests + broken.length, status === 0 ? 0 : 1);
for (const file of broken) console.log(`could not run: ${file.name}`);
if (skipped > 0) console.log(`${skipped} skipped or left to do: every test has to run`);
if (result.numPassedTests === 0) console.log('no test ran');
console.log(`${result.numPassedTests} passed, ${failed + skipped} failed`);
process.exitCode = failed + skipped > 0 || result.numPassedTests === 0 ? 1 : 0;

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
