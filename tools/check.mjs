// `npm run check`: everything that is cheap, in the order of what fails fastest. `--no-tests` leaves out the unit tests,
// among which are rooms, links, error page and public API.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureReady, orExit, root } from './ensure.mjs';

await orExit(() => ensureReady(['program']));
const local = (name) => join(root, 'node_modules/.bin', name);
const node = process.execPath;

/**
 * A check is a name, a command and its words.
 *
 * @type {readonly (readonly [string, string, string[]])[]}
 */
const checks = [
  ['format', local('biome'), ['format']],
  ['lint', local('oxlint'), ['--type-aware', '--deny-warnings']],
  ['types', local('tsc'), ['-p', '.']],
  ['catalog', node, [join(root, 'bin/afterlode'), 'catalog', 'check']],
  ['unit tests', node, [join(root, 'tools/test.mjs'), 'unit', '--']],
];

const results = [];
for (const [name, command, words] of checks) {
  if (name === 'unit tests' && process.argv.includes('--no-tests')) continue;
  const started = Date.now();
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  results.push({ name, passed: status === 0, seconds: (Date.now() - started) / 1000 });
}
console.log('');
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = results.filter((each) => !each.passed).length;
console.log(`checks: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
