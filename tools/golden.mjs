// `npm run golden`: writes anew what is kept as expected output. Look at the diff before committing it.
// `npm run golden -- browser/pictures`: that of one test file alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, orExit, root } from './ensure.mjs';

await orExit(() => ensureReady(['program', 'web']));
const asked = process.argv.slice(2);
if (asked.length === 0) {
  run('tsx', ['tools/docs.ts']);
  if (existsSync(join(root, 'tools/schemas.ts'))) run('tsx', ['tools/schemas.ts']);
  run('tsx', ['tools/write-public-api.ts']);
}
// Only the tests that hold something to a golden file or to a picture.
run('vitest', ['run', ...(asked.length === 0 ? ['golden', 'browser/pictures'] : asked)]);
run('git', ['--no-pager', 'diff', '--stat']);

function run(command, words) {
  const local = join(root, 'node_modules/.bin', command);
  const { status } = spawnSync(existsSync(local) ? local : command, words, {
    cwd: root,
    env: { ...process.env, UPDATE_GOLDEN: '1', AFTERLODE_LOOKS: 'all' },
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
