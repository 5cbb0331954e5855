import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../src/cli/program.js';
import { settingNames } from '../src/cli/settings.js';

/** `compose.yaml` and `Dockerfile` against the program; no container is started here. */

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: {
    readonly test: readonly string[];
    readonly timeout: string;
    readonly retries: number;
  };
  readonly stop_grace_period?: string;
}

const text = readFileSync('compose.yaml', 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const { database, app, worker } = compose.services as Record<'database' | 'app' | 'worker', Service>;
const docker = readFileSync('Dockerfile', 'utf8');
const variables = [...settingNames] as readonly string[];

/** Refuses words that the program does not know. */
function knows(words: readonly string[]): boolean {
  const [name, ...rest] = words;
  const command = buildProgram('').commands.find((one) => one.name() === name);
  const flags = command?.options.map(({ long }) => long) ?? [];
  return command !== undefined && rest.every((word) => flags.includes(word));
}

describe('compose.yaml', () => {
  it('has the three services, each with a check, and each waits for the database', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'app', 'worker']);
    for (const one of Object.values(compose.services)) {
      expect(one.healthcheck.test[0]).toBe('CMD');
      expect(one.healthcheck.retries).toBeGreaterThan(0);
    }
    for (const one of [app, worker])
      expect(one.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  it('starts and checks with commands that the program has', () => {
    for (const one of [app, worker]) {
      expect(knows(one.command ?? [])).toBe(true);
      const [, node, program, ...words] = one.healthcheck.test;
      expect([node, program]).toEqual(['node', '/app/bin/afterlode']);
      expect(knows(words)).toBe(true);
    }
    expect([knows(['healthy']), knows(['health', '--workers'])]).toEqual([false, false]);
  });

  it('names variables that the program reads, and no password', () => {
    for (const one of [app, worker])
      expect(Object.keys(one.environment).filter((name) => !variables.includes(name))).toEqual([]);
    const environments = JSON.stringify(Object.values(compose.services).map((one) => one.environment));
    expect(environments).not.toMatch(/:\/\/[^"/@]*:[^"/@]*@/);
    expect(environments).not.toMatch(/PASSWORD"/);
    expect(Object.keys(compose.secrets)).toEqual(['database_password']);
    expect(readFileSync('.gitignore', 'utf8')).toContain('secrets/');
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toContain('secrets');
  });

  it('keeps what it writes in volumes that are declared, and lets only this machine in', () => {
    const mounted = Object.values(compose.services).flatMap((one) =>
      one.volumes.map((each) => each.split(':')[0]),
    );
    expect([...new Set(mounted)].toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    const ports = Object.values(compose.services).flatMap((one) => one.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:4321:4321']);
    expect(database.ports).toBeUndefined();
  });

  it('waits longer for the end than the server does', () => {
    const { AFTERLODE_STOP_SECONDS } = app.environment;
    expect(Number.parseInt(String(app.stop_grace_period), 10)).toBeGreaterThan(
      Number(AFTERLODE_STOP_SECONDS),
    );
  });
});

describe('Dockerfile', () => {
  const stages = docker.split(/^FROM /m).slice(1);
  const last = String(stages.at(-1));

  it('runs as nobody special, with packages that run and without the sources', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(docker).toContain('npm ci --omit=dev');
    expect(last).not.toMatch(/npm|COPY \. /);
    expect(last).not.toMatch(/COPY (?:src|test|tools)/);
  });

  it('copies what is there, from stages that are there', () => {
    const names = stages.flatMap((stage) => /^\S+ AS (\w+)/.exec(stage)?.[1] ?? []);
    const copies = [...docker.matchAll(/^COPY (?:--from=(\w+) )?(.+) \S+$/gm)];
    expect(copies.length).toBeGreaterThan(6);
    for (const [, from, paths = ''] of copies) {
      if (from === undefined) expect(paths.split(' ').filter((path) => !existsSync(path))).toEqual([]);
      else expect(names).toContain(from);
    }
  });

  it('sets variables that the program reads', () => {
    const set = [...docker.matchAll(/(AFTERLODE_\w+)=/g)].map(([, name]) => String(name));
    expect(set.filter((name) => !variables.includes(name))).toEqual([]);
    expect(set.length).toBeGreaterThan(0);
  });
});
