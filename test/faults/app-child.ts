import { createInterface } from 'node:readline';
import { openWorkspace } from '../../src/app/workspace.js';
import { id } from '../../src/base/index.js';
import { type Asked, changes } from './changes.js';

/** An app process: takes changes, one JSON object a line, does them side by side, and says of each that it is kept or what refused it. */
const [folder = '', database = ''] = process.argv.slice(2);
const ws = await openWorkspace({
  pack: process.cwd(),
  folder,
  database: database === '' ? null : database,
  overlays: [],
  version: '0.0.1',
  on: id<'date'>('2026-01-15'),
});
await ws.store();
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { number, kind, of } = JSON.parse(line) as Asked & { readonly number: number };
  changes[kind](ws, of).then(
    () => process.stdout.write(`${JSON.stringify({ number, kept: true })}\n`),
    (error: unknown) => {
      const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? error.message) : 'unknown';
      process.stdout.write(`${JSON.stringify({ number, kept: false, code })}\n`);
    },
  );
});
lines.on('close', () => void ws.close().then(() => process.exit(0)));
