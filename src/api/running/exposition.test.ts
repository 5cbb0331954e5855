import { describe, expect, it } from 'vitest';
import { counter, histogram } from './counts.js';
import { exposition, type Metric } from './exposition.js';
import { metricFaults, samplesOf } from './testing/metric-grammar.js';

describe('metrics as text', () => {
  it('are written as Prometheus demands', () => {
    const metrics: readonly Metric[] = [
      {
        name: 'a_total',
        help: 'One \\ two\nthree',
        kind: 'counter',
        samples: [{ labels: { path: 'C:\\"x"\ny' }, value: 3 }],
      },
      { name: 'nobody', help: 'No sample, no metric', kind: 'gauge', samples: [] },
      {
        name: 'b',
        help: 'Odd values',
        kind: 'gauge',
        samples: [{ value: Number.NaN }, { labels: { of: 'most' }, value: Infinity }],
      },
    ];
    const text = exposition(metrics);
    expect(text).toBe(
      [
        '# HELP a_total One \\\\ two\\nthree',
        '# TYPE a_total counter',
        'a_total{path="C:\\\\\\"x\\"\\ny"} 3',
        '# HELP b Odd values',
        '# TYPE b gauge',
        'b NaN',
        'b{of="most"} +Inf',
        '',
      ].join('\n'),
    );
    expect(metricFaults(text)).toEqual([]);
  });

  it('count by labels', () => {
    const requests = counter('requests_total', 'Requests');
    for (const route of ['/a', '/b', '/a']) requests.add({ route });
    expect(samplesOf(exposition([requests.metric()]))).toEqual({
      'requests_total{route="/a"}': 2,
      'requests_total{route="/b"}': 1,
    });
  });

  it('put a duration into every bucket it does not exceed', () => {
    const times = histogram('time_seconds', 'Time', [0.1, 1]);
    // At a bound, below it, between, beyond.
    for (const value of [0.1, 0.05, 0.5, 7]) times.add({ route: '/' }, value);
    const text = exposition([times.metric()]);
    expect(samplesOf(text)).toEqual({
      'time_seconds_bucket{route="/",le="0.1"}': 2,
      'time_seconds_bucket{route="/",le="1"}': 3,
      'time_seconds_bucket{route="/",le="+Inf"}': 4,
      'time_seconds_sum{route="/"}': 7.65,
      'time_seconds_count{route="/"}': 4,
    });
    expect(metricFaults(text)).toEqual([]);
  });
});

describe('the check of metrics', () => {
  const head = '# HELP h H\n# TYPE h histogram\n';
  it.each([
    ['a 1', 'a sample before its type'],
    ['# TYPE a gauge\n# HELP a A\na 1', 'TYPE without HELP before it'],
    ['# HELP a A\n# TYPE a gauge\na{b="c\\d"} 1', 'no sample'],
    ['# HELP a A\n# TYPE a gauge\na{b=c} 1', 'no sample'],
    ['# HELP a A\n# TYPE a gauge\na 1\na 2', 'twice'],
    ['# HELP a A\n# TYPE a gauge\na one', 'no sample'],
    ['# HELP a A\n# TYPE a counter\na 1', 'counter without _total'],
    [`${head}h_bucket{le="1"} 1\nh_sum 1\nh_count 1`, 'without +Inf'],
    [`${head}h_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1`, 'not cumulative'],
    [`${head}h_bucket{le="1"} 1\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2`, 'differs from its count'],
  ])('finds the fault of %j', (text, fault) => {
    expect(metricFaults(`${text}\n`).join('; ')).toContain(fault);
  });

  it('demands a line break at the end', () => {
    expect(metricFaults('# HELP a A\n# TYPE a gauge\na 1')).toEqual(['the last line does not end']);
  });
});
