import type { Command } from 'commander';
import { askServer, askWorkers, queueLook } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { type CommonOptions, outputFor } from '../call.js';
import { addressSetting, setting } from '../settings.js';

interface Options extends CommonOptions {
  readonly address?: string;
  readonly worker?: boolean;
  readonly queue?: string;
}

/** `health`: whether a server or worker that runs can work; for the checks of containers. */
export function addHealth(program: Command): void {
  program
    .command('health')
    .description('ask a running server whether it is ready: status 0, or 1 with the parts that are not')
    .option('--address <url>', 'of the server; default http://127.0.0.1:$AFTERLODE_PORT, else port 4321')
    .option('--worker', 'ask the queue for a worker of this machine instead')
    .option('--queue <url>', 'of the worker; default $AFTERLODE_QUEUE')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = outputFor(options);
      if (options.worker) {
        const workers = await workersAt(options.queue);
        out.result({ workers }, () => workers.join('\n'));
        return;
      }
      const answer = await askServer(addressOf(options.address));
      out.result(answer, () => answer.parts.map(({ part }) => `${part}: ok`).join('\n'));
    });
}

async function workersAt(given: string | undefined): Promise<readonly string[]> {
  // No address is a fault of its own, which the look-up tells.
  const queue = queueLook(addressSetting(given, 'AFTERLODE_QUEUE') ?? '');
  try {
    return await askWorkers(queue);
  } finally {
    await queue.close();
  }
}

function addressOf(given: string | undefined): string {
  const address = given ?? `http://127.0.0.1:${setting('AFTERLODE_PORT') ?? '4321'}`;
  if (URL.canParse(address) && /^https?:/.test(address)) return address;
  throw new AfterlodeError('CALL_OPTION', '--address', { found: address, expected: 'http://HOST:PORT' });
}
