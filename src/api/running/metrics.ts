import type { ServiceState } from '../../app/index.js';
import type { Server } from '../server-types.js';
import { counter, histogram } from './counts.js';
import { exposition } from './exposition.js';
import { routeOf } from './log.js';
import { eventLoopMetric, processMetrics, serviceMetrics, watchEventLoop } from './program-metrics.js';

/** Upper bounds of the buckets of durations, seconds: from a kept answer to an import. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What is measured of one server. */
export interface Metrics {
  /** Counts the requests of a server; before its routes are added. */
  watch(server: Server): void;
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
  close(): void;
}

/** Begins to measure. Labels are route patterns, methods and classes of status: no address and no person stands in them. */
export function measure(state: () => Promise<ServiceState>): Metrics {
  const answered = counter('afterlode_http_requests_total', 'Requests answered');
  const left = counter('afterlode_http_requests_left_total', 'Requests whose caller left before the answer');
  const durations = histogram(
    'afterlode_http_request_duration_seconds',
    'Time until an answer was sent',
    bounds,
  );
  const delay = watchEventLoop();
  let underWay = 0;
  return {
    watch(server) {
      server.addHook('onRequest', async () => {
        underWay += 1;
      });
      server.addHook('onResponse', async (request, reply) => {
        underWay -= 1;
        const route = routeOf(request);
        const { method } = request;
        answered.add({ method, route, status: `${Math.floor(reply.statusCode / 100)}xx` });
        durations.add({ method, route }, reply.elapsedTime / 1000);
      });
      server.addHook('onRequestAbort', async (request) => {
        left.add({ route: routeOf(request) });
      });
    },
    async text() {
      const service = serviceMetrics(await state());
      return exposition([
        answered.metric(),
        left.metric(),
        durations.metric(),
        {
          name: 'afterlode_http_requests_under_way',
          help: 'Requests that wait for their answer',
          kind: 'gauge',
          samples: [{ value: underWay }],
        },
        eventLoopMetric(delay),
        ...processMetrics(),
        ...service,
      ]);
    },
    close: () => delay.disable(),
  };
}
