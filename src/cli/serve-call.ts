import { AfterlodeError, phrases, type Text } from '../base/index.js';
import { type SettingName, setting } from './settings.js';

/** Options of `serve`, as written. */
export interface ServeWords {
  readonly port?: string;
  readonly host?: string;
  readonly accounts?: string;
  readonly anonymous?: string;
  readonly proxy?: string;
  readonly https?: string;
  readonly rates?: string;
  readonly queue?: string;
  readonly layers?: string;
  readonly logLevel?: string;
  readonly metrics?: string;
  readonly maxConnections?: string;
  readonly drainSeconds?: string;
  readonly stopSeconds?: string;
  readonly traces?: string;
}

/** An address to listen on. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** What `serve` was asked for. */
export interface ServeCall<Level> extends Place {
  readonly logLevel: Level;
  readonly metricsAt: Place | null;
  readonly connections: number;
  readonly drainSeconds: number;
  readonly waitSeconds: number;
  /** Where traces go; null: nowhere. */
  readonly tracesTo: string | null;
}

const mostSeconds = 3600;

/**
 * Reads the options of `serve`; what is not given comes from the environment, else from what is usual.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function serveCall<Level extends string>(
  words: ServeWords,
  usual: { readonly logLevels: readonly Level[]; readonly connections: number },
): ServeCall<Level> {
  const given = (word: string | undefined, name: SettingName, otherwise: string) =>
    word ?? setting(name) ?? otherwise;
  const seconds = (option: string, word: string) => whole(option, word, 0, mostSeconds);
  const metrics = words.metrics ?? setting('AFTERLODE_METRICS');
  return {
    host: given(words.host, 'AFTERLODE_HOST', '127.0.0.1'),
    port: portOf('--port', given(words.port, 'AFTERLODE_PORT', '4321')),
    logLevel: levelOf(given(words.logLevel, 'AFTERLODE_LOG_LEVEL', 'warn'), usual.logLevels),
    metricsAt: metrics === undefined ? null : placeOf(metrics),
    connections: whole(
      '--max-connections',
      given(words.maxConnections, 'AFTERLODE_MAX_CONNECTIONS', String(usual.connections)),
      1,
      1_000_000,
    ),
    drainSeconds: seconds('--drain-seconds', given(words.drainSeconds, 'AFTERLODE_DRAIN_SECONDS', '0')),
    waitSeconds: seconds('--stop-seconds', given(words.stopSeconds, 'AFTERLODE_STOP_SECONDS', '30')),
    tracesTo: tracesOf(words.traces ?? setting('OTEL_EXPORTER_OTLP_ENDPOINT')),
  };
}

function tracesOf(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (URL.canParse(word) && /^https?:$/.test(new URL(word).protocol)) return word;
  throw wrong('--traces', word, { en: 'http://HOST:PORT', zh: 'http://主机:端口' });
}

function portOf(option: string, word: string): number {
  return whole(option, word, 0, 65_535);
}

function placeOf(word: string): Place {
  const found = /^(?:\[([\da-f:.]+)\]|([^\s:]+)):(\d+)$/i.exec(word);
  const host = found?.[1] ?? found?.[2];
  if (host === undefined) throw wrong('--metrics', word, { en: 'HOST:PORT', zh: '主机:端口' });
  return { host, port: portOf('--metrics', String(found?.[3])) };
}

function levelOf<Level extends string>(word: string, levels: readonly Level[]): Level {
  const level = levels.find((one) => one === word);
  if (level === undefined) throw wrong('--log-level', word, phrases.oneOf(levels.join(', ')));
  return level;
}

function whole(option: string, word: string, least: number, most: number): number {
  const number = Number(word);
  if (/^\d+$/.test(word) && number >= least && number <= most) return number;
  throw wrong(option, word, { en: `${least} to ${most}`, zh: `${least} 到 ${most}` });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
