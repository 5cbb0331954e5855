import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { openWorkspace, reachOfWebhooks, type Workspace, type WorkspaceOptions } from '../app/index.js';
import { AfterlodeError, id, type Language, type Trace } from '../base/index.js';
import { type Output, outputOf } from './output.js';
import { addressSetting, setting } from './settings.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly workspace?: string;
  readonly database?: string;
  readonly quiet?: boolean;
  readonly pack?: string;
  readonly overlay?: string[];
  readonly asOf?: string;
  readonly webhookNetworks?: string;
}

/** The folder that holds `bin/`, `data/` and `catalog/` of this program, from a bundle in `dist/` or from `src/cli/`. */
export function programFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith(join('src', 'cli')) ? resolve(here, '..', '..') : resolve(here, '..');
}

/** Version of the program. */
export function programVersion(): string {
  const file = readFileSync(join(programFolder(), 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** Language of a call: `--lang`, else zh where LANG begins with zh, else en. */
export function languageOf(options: CommonOptions): Language {
  const asked = options.lang ?? (/^zh/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'zh' : 'en');
  if (asked !== 'zh' && asked !== 'en') {
    throw new AfterlodeError('CALL_OPTION', '--lang', {
      found: asked,
      expected: { en: 'zh or en', zh: 'zh 或 en' },
    });
  }
  return asked;
}

/** Output as the options ask for it. */
export function outputFor(options: CommonOptions): Output {
  return outputOf({ json: options.json === true, quiet: options.quiet === true, lang: languageOf(options) });
}

/** How a call gets its workspace; tests of many calls put another in its place, which keeps what it has read. */
export const workspaces = { open: openWorkspace };

/** Opens the workspace that the options name; the store stays closed until something needs it. */
export function workspaceFor(options: CommonOptions, trace?: Trace): Promise<Workspace> {
  return workspaces.open({ ...workspaceOptions(options), ...(trace && { trace }) });
}

/** What a call says about pack, workspace, database and day. */
export function workspaceOptions(options: CommonOptions): WorkspaceOptions {
  return {
    pack: resolve(options.pack ?? setting('AFTERLODE_PACK') ?? programFolder()),
    folder: resolve(options.workspace ?? setting('AFTERLODE_WORKSPACE') ?? '.afterlode'),
    database: addressSetting(options.database, 'AFTERLODE_DATABASE') ?? null,
    overlays: options.overlay ?? [],
    version: programVersion(),
    on: id<'date'>(dateOf(options.asOf)),
    ...networksOf(options.webhookNetworks ?? setting('AFTERLODE_WEBHOOK_NETWORKS')),
  };
}

/** Networks by a list with commas; a wrong one is refused before anything starts. */
function networksOf(words: string | undefined): Pick<WorkspaceOptions, 'webhookNetworks'> {
  if (words === undefined) return {};
  const webhookNetworks = words.split(',').map((word) => word.trim());
  reachOfWebhooks(webhookNetworks);
  return { webhookNetworks };
}

/**
 * Makes the action of a command: opens what it needs, runs it, and closes the workspace whatever happens.
 */
export function action<Options extends CommonOptions>(
  run: (context: { ws: Workspace; out: Output; options: Options; words: readonly string[] }) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Options>();
    const out = outputFor(options);
    const ws = await workspaceFor(options);
    try {
      await run({ ws, out, options, words: command.args });
    } finally {
      await ws.close();
    }
  };
}

/** As `action`, for a command that works on given files alone: it opens neither pack nor workspace. */
export function fileAction<Options extends CommonOptions>(
  run: (context: { out: Output; options: Options }) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const options = (given.at(-1) as Command).optsWithGlobals<Options>();
    await run({ out: outputFor(options), options });
  };
}

function dateOf(asked: string | undefined): string {
  if (asked === undefined) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked) || Number.isNaN(Date.parse(asked))) {
    throw new AfterlodeError('CALL_OPTION', '--as-of', {
      found: asked,
      expected: { en: 'a day such as 2026-01-31', zh: '日期，如 2026-01-31' },
    });
  }
  return asked;
}
