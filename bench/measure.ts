import { Bench } from 'tinybench';

/** One thing to measure. `baseline` does the least that could do the same work, or stands for the speed of the machine. */
export interface Measurement {
  readonly name: string;
  readonly run: () => unknown;
  readonly baseline?: () => unknown;
  /** Most milliseconds that are acceptable; above it `npm run bench` fails. */
  readonly limitMs?: number;
}

/** A measured thing: medians in milliseconds. */
export interface Result {
  readonly name: string;
  readonly ms: number;
  readonly baselineMs: number;
  readonly limitMs: number | null;
  readonly note: string;
}

/** Sorts 100,000 numbers: what results without a baseline of their own are compared with, so that machines can be. */
export function sortBaseline(): number {
  const values = new Float64Array(100_000);
  let state = 1;
  for (let i = 0; i < values.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[i] = state;
  }
  return values.sort()[0] as number;
}

/** Medians of both sides of every measurement, taken in one run. */
export async function measure(measurements: readonly Measurement[]): Promise<Result[]> {
  const bench = new Bench({ time: 400, iterations: 5, warmupTime: 100, warmupIterations: 2, throws: true });
  bench.add('sort', sortBaseline);
  for (const { name, run, baseline } of measurements) {
    bench.add(name, run as () => void);
    if (baseline) bench.add(`baseline of ${name}`, baseline as () => void);
  }
  await bench.run();
  const median = (name: string): number => {
    const result = bench.getTask(name)?.result;
    return result && 'latency' in result ? result.latency.p50 : Number.NaN;
  };
  return measurements.map(({ name, baseline, limitMs }) => ({
    name,
    ms: median(name),
    baselineMs: median(baseline ? `baseline of ${name}` : 'sort'),
    limitMs: limitMs ?? null,
    note: baseline ? 'own baseline' : 'sort of 100,000 numbers',
  }));
}

/** The time that a share of the times does not exceed, in milliseconds. */
export function quantileOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Median time of a few runs of something too slow to be repeated often, in milliseconds. */
export async function timeRuns(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}
