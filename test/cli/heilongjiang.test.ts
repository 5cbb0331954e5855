import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { jsonHere } from './here.js';

type Interval = readonly [number, number];
interface Standing {
  readonly scores: Readonly<Record<string, number>>;
  readonly rank: number;
  readonly rankInterval: Interval;
}
interface Evaluated {
  readonly city: string;
  readonly change: number;
  readonly gapChange: number;
  readonly rank: number;
  readonly ranked: number;
  readonly rankInterval: Interval;
}
interface Place {
  readonly place: string;
  readonly name: { readonly zh: string };
  readonly changePercent: number;
}

const span = ([low, high]: Interval) => `(${low}–${high})`;
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

it('examples/heilongjiang has the table that the program answers', async () => {
  const page = readFileSync('examples/heilongjiang/README.md', 'utf8');
  const rows = [...page.matchAll(/^\| (\S+) [A-Z][^|]+ (\|.*)$/gm)].map(([, city, cells]) => [city, cells]);
  const cities = rows.map(([city]) => String(city));
  const own = ['--workspace', join(temporaryFolder(), 'workspace')];
  const years = ['--from', '2010', '--to', '2020', ...own];
  const standing = await jsonHere<(Standing & { city: string })[]>([
    'checkup',
    ...cities,
    '--period',
    '2020',
    ...own,
  ]);
  const evaluated = await jsonHere<Evaluated[]>(['evaluate', ...cities, ...years]);
  const places = await jsonHere<Place[]>(['analyse', 'population', ...cities, ...years]);
  const answered = cities.map((name) => {
    const place = places.find((one) => one.name.zh.startsWith(name)) as Place;
    const now = standing.find(({ city }) => city === place.place) as Standing;
    const then = evaluated.find(({ city }) => city === place.place) as Evaluated;
    const cells = [
      now.scores['people_work']?.toFixed(1),
      `${now.rank} ${span(now.rankInterval)}`,
      signed(then.change),
      signed(then.gapChange),
      `${then.rank} of ${then.ranked} ${span(then.rankInterval)}`,
      signed(place.changePercent),
    ];
    return [name, `| ${cells.join(' | ')} |`];
  });
  expect(rows).toHaveLength(11);
  expect(rows).toEqual(answered);
});
