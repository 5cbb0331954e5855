import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../../catalog/index.js';
import { type Once, once } from '../../once.js';
import type { Workspace } from '../../workspace.js';
import { runOf, writeRun } from '../kept/keep.js';
import { subsidence } from '../subsidence.js';
import { exampleCall, writeExampleStack } from './stack.js';

/** By catalog, whose bounds decide about zones and grades. */
const made = new WeakMap<Catalog, Once<string>>();

/** Stands in files that are taken away, where no page says it: in both languages, as a run has one label. */
const label = '人造示例，非实测 · made example, nothing measured';

/**
 * Folder with the results of the worked example: a made stack, measured by the program when somebody first asks for it. It is
 * temporary and goes when the program ends.
 */
export function exampleFolder(ws: Workspace): Promise<string> {
  const present = made.get(ws.catalog) ?? once(() => makeExample(ws));
  made.set(ws.catalog, present);
  return present();
}

async function makeExample(ws: Workspace): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-example-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const stack = join(folder, 'made village');
  const out = join(folder, 'out');
  await writeExampleStack(stack);
  const answer = await subsidence(ws, { ...exampleCall(stack), stack, out });
  await writeRun(out, runOf('example', label, ws, 'made village', answer), stack, answer);
  return out;
}
