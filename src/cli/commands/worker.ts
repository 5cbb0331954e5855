import type { Command } from 'commander';
import { startWorker, type WorkerCall } from '../../app/index.js';
import { type CommonOptions, outputFor } from '../call.js';
import { addressSetting } from '../settings.js';
import { stopped } from '../stop-signals.js';

type Options = CommonOptions & WorkerCall;

/** `worker`: takes raster work of `subsidence --engine queue` until stopped. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('take raster work from a queue until stopped; needs no workspace')
    .option('--queue <url>', 'postgres://… or redis://…; default $AFTERLODE_QUEUE')
    .option('--threads <n>', 'tiles at the same time; default as many as cores')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = outputFor(options);
      const queue = addressSetting(options.queue, 'AFTERLODE_QUEUE');
      const worker = await startWorker({ ...options, ...(queue && { queue }) }, (text) => out.say(text));
      const { name, threads } = worker;
      out.result({ worker: name, queue: worker.queue, threads }, () =>
        out.lang === 'zh'
          ? `工作进程 ${name}：队列 ${worker.queue}，线程 ${threads}`
          : `worker ${name}: queue ${worker.queue}, threads ${threads}`,
      );
      await stopped();
      out.say({
        en: 'ending the tiles in hand; once more stops now',
        zh: '正在完成手中的分块；再次发送信号则立即停止',
      });
      // Who is killed gives its tiles back too, only later.
      void stopped().then(() => process.exit(1));
      await worker.stop();
      const { done, found } = worker.count();
      out.say({
        en: `tiles done: ${done}, found done: ${found}`,
        zh: `完成分块 ${done} 个，另有 ${found} 个已由他人完成`,
      });
      // The listener for a second signal keeps the process alive.
      process.exit(0);
    });
}
