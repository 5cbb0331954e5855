import { join } from 'node:path';
import type { Command } from 'commander';
import type { RunningServer } from '../../api/index.js';
import {
  hasAdministrator,
  layersFolder,
  openIdSignIn,
  overview,
  queueLook,
  readiness,
  serviceState,
  tellWebhooks,
  type Workspace,
} from '../../app/index.js';
import type { Text } from '../../base/index.js';
import { accessCall, ratesOf } from '../access-call.js';
import { type CommonOptions, outputFor, programFolder, programVersion, workspaceFor } from '../call.js';
import { openIdSettings } from '../openid-settings.js';
import { type ServeWords, serveCall } from '../serve-call.js';
import { addressSetting } from '../settings.js';
import { stopped } from '../stop-signals.js';

type Options = CommonOptions & ServeWords;

const noAdministrator = {
  en: 'There is no administrator yet: `afterlode account add NAME --role administrator` with the same workspace or database makes one.',
  zh: '尚无管理员：请在同一工作区或数据库上运行 `afterlode account add 账号 --role administrator` 添加。',
};

/** `serve`: API and web page until stopped. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start the web page and the API')
    .option('--port <number>', 'port; 0 takes a free one; default $AFTERLODE_PORT, else 4321')
    .option(
      '--host <address>',
      'address to listen on; anything but loopback needs --accounts on; default $AFTERLODE_HOST, else 127.0.0.1',
    )
    .option(
      '--accounts <on|off>',
      'ask who calls; needed beyond loopback; default $AFTERLODE_ACCOUNTS, else off',
    )
    .option(
      '--anonymous <on|off>',
      'with accounts: let everybody read what is published; default $AFTERLODE_ANONYMOUS, else on',
    )
    .option(
      '--proxy <addresses>',
      'proxies whose word on sender, host and https is taken: addresses, networks or loopback; default $AFTERLODE_PROXY, else none',
    )
    .option(
      '--https <on|off>',
      'cookies for https only, whatever a request seems to have come by; default $AFTERLODE_HTTPS, else off',
    )
    .option(
      '--rates <list>',
      'with accounts: requests a minute of one caller, such as usual=1200,costly=60,sign-in=30; default $AFTERLODE_RATES, else these',
    )
    .option('--queue <url>', 'queue that /ready and metrics look at; default $AFTERLODE_QUEUE')
    .option('--layers <dir>', 'folder with *.geojson and *.pmtiles that every map offers; default none')
    .option(
      '--log-level <level>',
      'trace, debug, info (a line for each request), warn, error, fatal or silent; default $AFTERLODE_LOG_LEVEL, else warn',
    )
    .option(
      '--metrics <host:port>',
      'serve metrics for Prometheus there; default $AFTERLODE_METRICS, else nowhere',
    )
    .option('--max-connections <n>', 'at the same time; default $AFTERLODE_MAX_CONNECTIONS, else 1000')
    .option(
      '--drain-seconds <n>',
      'how long a server told to stop goes on taking requests while /ready says 503; default $AFTERLODE_DRAIN_SECONDS, else 0',
    )
    .option(
      '--stop-seconds <n>',
      'how long requests under way may take then; default $AFTERLODE_STOP_SECONDS, else 30',
    )
    .option(
      '--webhook-networks <list>',
      'networks of the own house in which webhooks may be told, over http too, such as 10.1.0.0/16; default $AFTERLODE_WEBHOOK_NETWORKS, else none',
    )
    .option(
      '--traces <url>',
      'send traces to this OTLP/HTTP endpoint; default $OTEL_EXPORTER_OTLP_ENDPOINT, else nowhere',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = outputFor(options);
      const started = await start(options);
      // Whoever reads the address may send a signal at once.
      const told = stopped();
      const { address, metrics } = started.server;
      out.result({ address, ...(metrics && { metrics }) }, () =>
        [`afterlode: ${address}`, ...(metrics ? [`metrics: ${metrics}`] : [])].join('\n'),
      );
      if (started.asksWho && !(await hasAdministrator(started.ws))) out.say(noAdministrator);
      // The first page is worked out before anybody asks; a fault is told to whoever does.
      overview(started.ws, {}).catch(() => {});
      await told;
      // Who is told twice to stop is not asked to wait.
      void stopped().then(() => process.exit(1));
      const ended = await started.stop();
      if (!ended) out.say(cutOff(started.waitSeconds));
      // Listeners of signals and work for callers who were cut off would keep the process alive.
      process.exit(ended ? 0 : 1);
    });
}

function cutOff(seconds: number): Text {
  return { en: `requests were cut off after ${seconds} s`, zh: `${seconds} 秒后仍未结束的请求已被中断` };
}

interface Started {
  readonly ws: Workspace;
  readonly server: RunningServer;
  /** Whether accounts are on. */
  readonly asksWho: boolean;
  readonly waitSeconds: number;
  /** Stops all that was started; whether all requests were answered. */
  readonly stop: () => Promise<boolean>;
}

/** Starts the server and what works beside it. */
async function start(options: Options): Promise<Started> {
  const { logLevels, openTraces, serve, usualLimits, usualRates } = await import('../../api/index.js');
  const call = serveCall(options, { logLevels, connections: usualLimits.connections });
  const { accounts, proxies, ...who } = accessCall(options);
  const rates = ratesOf(options.rates, usualRates);
  const provider = accounts ? openIdSettings() : null;
  const queueAt = addressSetting(options.queue, 'AFTERLODE_QUEUE');
  const queue = queueAt === undefined ? null : queueLook(queueAt);
  const traces = call.tracesTo === null ? undefined : await openTraces(call.tracesTo, programVersion());
  const layers = await layersFolder(options.layers);
  const ws = await servedWorkspace(options, traces);
  const server = await serve({
    ws,
    webFolder: join(programFolder(), 'dist', 'web'),
    ...call,
    proxies,
    layers,
    ...(provider !== null && { openid: await openIdSignIn(ws, provider) }),
    access: accounts ? { mode: 'accounts', ...who, rates } : { mode: 'open' },
    traces,
    limits: { connections: call.connections },
    readiness: () => readiness(ws, queue),
    state: () => serviceState(ws, queue),
  });
  // Only now: a server that could not listen ends, and what has begun would keep it alive.
  const teller = tellWebhooks(ws);
  const stop = async () => {
    const ended = await server.stop(call);
    await teller.stop();
    await queue?.close();
    await ws.close();
    await traces?.close();
    return ended;
  };
  return { ws, server, asksWho: accounts, waitSeconds: call.waitSeconds, stop };
}

/** The server owns the workspace from its start on, so that nobody else writes to it meanwhile. */
async function servedWorkspace(options: Options, traces: Parameters<typeof workspaceFor>[1]) {
  const ws = await workspaceFor(options, traces);
  // A shared database gets its tables now, so that this process notices what others add.
  await (ws.options.database === null ? ws.existingStore() : ws.store());
  await ws.refresh();
  return ws;
}
