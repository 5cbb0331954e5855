import { join } from 'node:path';
import type { Command } from 'commander';
import { overview } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { type CommonOptions, outputFor, programFolder, workspaceFor } from '../call.js';
import { stopped } from '../stop-signals.js';

interface Options extends CommonOptions {
  readonly port: string;
  readonly host: string;
}

/** `serve`: API and web page until stopped. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start the web page and the API')
    .option('--port <number>', 'port; 0 takes a free one', '4321')
    .option('--host <address>', 'address to listen on; anything but loopback lets others in', '127.0.0.1')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = outputFor(options);
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new AfterlodeError('CALL_OPTION', '--port', {
          found: options.port,
          expected: { en: '0 to 65535', zh: '0 到 65535' },
        });
      }
      const { serve } = await import('../../api/index.js');
      const ws = await workspaceFor(options);
      // The server owns the workspace from its start on, so that nobody else writes to it meanwhile.
      await ws.existingStore();
      const server = await serve({
        ws,
        webFolder: join(programFolder(), 'dist', 'web'),
        port,
        host: options.host,
      });
      out.result({ address: server.address }, () => `afterlode: ${server.address}`);
      // The first page is worked out before anybody asks; a fault is told to whoever does.
      overview(ws, {}).catch(() => {});
      await stopped();
      await server.close();
      await ws.close();
    });
}
