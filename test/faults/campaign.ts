import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../src/base/index.js';

/** An app process as its clients see it. */
export interface App<Step> {
  /**
   * True once the process has said that the step is kept; false where it died before, or could not reach the database.
   *
   * @throws Error where it refuses the step
   */
  ask(step: Step): Promise<boolean>;
  /** Ends it at once, as a cut of power would. */
  kill(): Promise<void>;
  /** Ends it when everything it was asked is answered. */
  stop(): Promise<void>;
}

/** A campaign of steps through which processes are killed. */
export interface CampaignPlan<Step> {
  /** App processes at a time. */
  readonly apps: number;
  readonly startApp: () => Promise<App<Step>>;
  /** How often something is killed. */
  readonly rounds: number;
  readonly seed: number;
  /** What is asked for while one thing is killed: chains of steps, each after the one before it. */
  readonly work: (round: number) => readonly (readonly Step[])[];
  /** What is killed besides apps, by name; each kills it amid its work and starts it again. */
  readonly others: Readonly<Record<string, () => Promise<void>>>;
  /** Waited for while the apps still run. */
  readonly settle?: () => Promise<void>;
}

/** What came of a campaign; everything was acknowledged in the end. */
export interface CampaignLog {
  readonly steps: number;
  /** Times that a step was asked for and not acknowledged. */
  readonly unanswered: number;
  readonly killed: Readonly<Record<string, number>>;
}

/** Clients of all apps together. */
const clients = 4;
/** Longest time from a random step to the kill, ms: a step takes about as long. */
const longest = 12;
/** How long a client waits before it asks again, ms, and how often it does. */
const pause = 50;
const most = 4000;

/**
 * Clients ask for steps, and ask again for what nobody acknowledged, while app processes and the rest are killed in turns of a random
 * order, each at a random moment of the round's work.
 */
export async function playCampaign<Step>(plan: CampaignPlan<Step>): Promise<CampaignLog> {
  const random = seededRandom(plan.seed);
  const killed: Record<string, number> = {};
  const counted = { steps: 0, unanswered: 0 };
  const apps = await Promise.all(Array.from({ length: plan.apps }, plan.startApp));
  const running = apps.map((app) => Promise.resolve(app));
  const others: Readonly<Record<string, () => Promise<void>>> = {
    ...plan.others,
    app: async () => {
      const place = Math.floor(random() * plan.apps);
      const app = (await running[place]) as App<Step>;
      // Clients of this place wait for the next one from now on.
      running[place] = app.kill().then(plan.startApp);
      await running[place];
    },
  };
  for (const [round, victim] of victims(Object.keys(others), plan.rounds, random).entries()) {
    const left = [...plan.work(round)];
    const target = counted.steps + Math.floor(random() * left.flat().length);
    const state = { failed: false };
    const client = async (place: number) => {
      for (let chain = left.shift(); chain !== undefined; chain = left.shift())
        for (const step of chain) await insist(running, place % plan.apps, step, counted);
    };
    const work = Promise.all(Array.from({ length: clients }, (_, place) => client(place)));
    const hit = async () => {
      while (counted.steps < target && !state.failed) await wait(1);
      if (state.failed) return;
      await wait(random() * longest);
      await others[victim]?.();
      killed[victim] = (killed[victim] ?? 0) + 1;
    };
    const watched = work.catch((error: unknown) => {
      state.failed = true;
      throw error;
    });
    await Promise.all([watched, hit()]);
  }
  await plan.settle?.();
  for (const app of running) await (await app).stop();
  return { ...counted, killed };
}

/** Asks until the step is acknowledged. */
async function insist<Step>(
  running: readonly Promise<App<Step>>[],
  place: number,
  step: Step,
  counted: { steps: number; unanswered: number },
): Promise<void> {
  for (let tries = 0; !(await ((await running[place]) as App<Step>).ask(step)); tries += 1) {
    if (tries === most) throw new Error(`never acknowledged: ${JSON.stringify(step)}`);
    counted.unanswered += 1;
    await wait(pause);
  }
  counted.steps += 1;
}

/** Each name about as often as the others, in a random order. */
function victims(names: readonly string[], count: number, random: () => number): readonly string[] {
  const all = Array.from({ length: count }, (_, at) => ({
    name: names[at % names.length] ?? '',
    by: random(),
  }));
  return all.toSorted((a, b) => a.by - b.by).map(({ name }) => name);
}
