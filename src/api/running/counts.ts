import type { Labels, Metric, Sample } from './exposition.js';

/** Counts by labels. */
export interface Counter {
  add(labels: Labels): void;
  metric(): Metric;
}

/** Durations by labels, in buckets. */
export interface Histogram {
  /** @param value in the unit of the bounds */
  add(labels: Labels, value: number): void;
  metric(): Metric;
}

/** A counter; its labels should come from a small set, as each combination is a line for ever. */
export function counter(name: string, help: string): Counter {
  const counted = new Map<string, { readonly labels: Labels; value: number }>();
  return {
    add(labels) {
      const one = at(counted, labels, () => ({ labels, value: 0 }));
      one.value += 1;
    },
    metric: () => ({ name, help, kind: 'counter', samples: [...counted.values()] }),
  };
}

/**
 * A histogram. A value lies in all buckets whose bound it does not exceed, as Prometheus counts them.
 *
 * @param bounds upper bounds, ascending, without the infinite one
 */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const kept = new Map<
    string,
    { readonly labels: Labels; readonly buckets: number[]; sum: number; count: number }
  >();
  return {
    add(labels, value) {
      const one = at(kept, labels, () => ({ labels, buckets: bounds.map(() => 0), sum: 0, count: 0 }));
      for (const [place, bound] of bounds.entries()) if (value <= bound) one.buckets[place]! += 1;
      one.sum += value;
      one.count += 1;
    },
    metric: () => ({
      name,
      help,
      kind: 'histogram',
      samples: [...kept.values()].flatMap(({ labels, buckets, sum, count }): Sample[] => [
        ...bounds.map((bound, place) => bucket(labels, String(bound), buckets[place] as number)),
        bucket(labels, '+Inf', count),
        { suffix: '_sum', labels, value: sum },
        { suffix: '_count', labels, value: count },
      ]),
    }),
  };
}

function bucket(labels: Labels, le: string, value: number): Sample {
  return { suffix: '_bucket', labels: { ...labels, le }, value };
}

function at<T>(kept: Map<string, T>, labels: Labels, make: () => T): T {
  const key = JSON.stringify(labels);
  const present = kept.get(key) ?? make();
  kept.set(key, present);
  return present;
}
