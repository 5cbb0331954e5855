import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../src/base/index.js';
import { kinds } from './changes.js';
import { type App, type Asked, startApp } from './client.js';

/** A campaign of changes through which processes are killed. */
export interface CampaignPlan {
  readonly folder: string;
  /** Null: the embedded database, which one process has. */
  readonly database: string | null;
  /** App processes at a time. */
  readonly apps: number;
  /** How often something is killed. */
  readonly rounds: number;
  readonly seed: number;
  /** What is asked for while one thing is killed: chains of changes, each after the one before it. */
  readonly work?: (round: number) => readonly (readonly Asked[])[];
  /** Kills the database and starts it again; left out where it dies with the app. */
  readonly crashDatabase?: () => Promise<void>;
}

/** What came of a campaign; everything was acknowledged in the end. */
export interface CampaignLog {
  /** Changes of each kind. */
  readonly changes: number;
  /** Times that a change was asked for and not acknowledged. */
  readonly unanswered: number;
  readonly killed: { readonly app: number; readonly database: number };
}

/** Changes of each kind in each round, and how many are under way at a time. */
const perRound = 6;
const atOnce = 4;
/** Longest time until something is killed, ms; changes take tens of them. */
const longest = 400;

/**
 * Clients ask for changes, and ask again for what nobody acknowledged, while app processes and the database are killed at random
 * moments.
 */
export async function playCampaign(plan: CampaignPlan): Promise<CampaignLog> {
  const random = seededRandom(plan.seed);
  const killed = { app: 0, database: 0 };
  let unanswered = 0;
  const apps: App[] = [];
  for (let at = 0; at < plan.apps; at += 1) apps.push(await started(plan));
  for (let round = 0; round < plan.rounds; round += 1) {
    const left = [...(plan.work ?? mixed)(round)];
    const client = async (place: number) => {
      for (let chain = left.shift(); chain !== undefined; chain = left.shift())
        for (const one of chain)
          while (!(await (apps[place % plan.apps] as App).ask(one))) {
            unanswered += 1;
            await wait(50);
          }
    };
    const work = Promise.all(Array.from({ length: atOnce }, (_, place) => client(place)));
    await wait(random() * longest);
    if (plan.crashDatabase && random() < 0.5) {
      killed.database += 1;
      await plan.crashDatabase();
    } else {
      killed.app += 1;
      const place = Math.floor(random() * plan.apps);
      await apps[place]?.kill();
      apps[place] = await started(plan);
    }
    await work;
  }
  for (const app of apps) await app.stop();
  return { changes: plan.rounds * perRound, unanswered, killed };
}

async function started({ folder, database }: CampaignPlan): Promise<App> {
  const app = await startApp(folder, database);
  if (app === null) throw new Error('an app process did not start');
  return app;
}

function mixed(round: number): readonly (readonly Asked[])[] {
  return Array.from({ length: perRound }, (_, at) =>
    kinds.map((kind) => [{ kind, of: round * perRound + at }]),
  ).flat();
}
