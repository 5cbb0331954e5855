import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServiceState } from '../../app/index.js';
import type { Metric } from './exposition.js';

/** How often the event loop is looked at, ms; a delay below that is not seen. */
const resolutionMs = 20;
const nanoseconds = 1e9;

/** Begins to measure how late the event loop is. */
export function watchEventLoop(): IntervalHistogram {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return delay;
}

/** How late the event loop was since the last time this was asked. */
export function eventLoopMetric(delay: IntervalHistogram): Metric {
  const quantiles = [0.5, 0.99, 1];
  // What is measured is the time between two looks. Where there were none yet, the histogram says a made-up minimum.
  const late = (share: number) =>
    Math.max(0, delay.percentile(share * 100) / nanoseconds - resolutionMs / 1000);
  const seconds = (share: number) => (delay.count === 0 ? Number.NaN : late(share));
  const samples = quantiles.map((share) => ({ labels: { quantile: String(share) }, value: seconds(share) }));
  delay.reset();
  return {
    name: 'afterlode_event_loop_delay_seconds',
    help: 'How late timers of the main thread were since the last scrape',
    kind: 'gauge',
    samples,
  };
}

/** Memory, processor time and age of the process. */
export function processMetrics(): readonly Metric[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const one = (name: string, help: string, value: number, kind: Metric['kind'] = 'gauge'): Metric => ({
    name,
    help,
    kind,
    samples: [{ value }],
  });
  return [
    one('process_resident_memory_bytes', 'Memory of the process, threads included', rss),
    one('nodejs_heap_size_used_bytes', 'Objects of the main thread', heapUsed),
    one('nodejs_external_memory_bytes', 'Memory outside the heap that objects hold', external),
    one('process_cpu_seconds_total', 'Processor time of all threads', (user + system) / 1e6, 'counter'),
    one('process_uptime_seconds', 'Time since the process started', process.uptime()),
  ];
}

/** Database and queue; what is not there has no line. */
export function serviceMetrics({ store, queue }: ServiceState): readonly Metric[] {
  const connections = Object.entries(store?.connections ?? {});
  const jobs = Object.entries(queue?.jobs ?? {});
  return [
    {
      name: 'afterlode_database_schema_version',
      help: 'Version of the tables; missing where no database answers',
      kind: 'gauge',
      samples: store ? [{ value: store.schema }] : [],
    },
    {
      name: 'afterlode_database_connections',
      help: 'Connections of the pool: open, idle, and callers waiting for one',
      kind: 'gauge',
      samples: connections.map(([state, value]) => ({ labels: { state }, value })),
    },
    {
      name: 'afterlode_queue_jobs',
      help: 'Tiles at the queue by state; missing where no queue answers',
      kind: 'gauge',
      samples: jobs.map(([state, value]) => ({ labels: { state }, value })),
    },
    {
      name: 'afterlode_queue_workers',
      help: 'Workers at the queue',
      kind: 'gauge',
      samples: queue ? [{ value: queue.workers.length }] : [],
    },
  ];
}
