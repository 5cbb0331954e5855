import type { ZonalAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

type Row = ZonalAnswer['rows'][number];

/** Rows of `zonal` for people, numbers to six digits; the band only where there are several. */
export function zonalTable(rows: readonly Row[], lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const labels: Readonly<Record<string, string>> = {
    count: say('count', '像元数'),
    sum: say('sum', '总和'),
    mean: say('mean', '均值'),
    min: say('min', '最小值'),
    max: say('max', '最大值'),
    stdev: say('stdev', '标准差'),
    median: say('median', '中位数'),
    q90: say('q90', '90%分位数'),
    variety: say('variety', '取值种数'),
    majority: say('majority', '众数'),
  };
  const first: Readonly<Record<string, unknown>> = rows[0] ?? {};
  const statistics = Object.keys(first).filter((name) => labels[name] !== undefined) as (keyof Row)[];
  const several = rows.some(({ band }) => band !== rows[0]?.band);
  const bandOf = ({ band, bandName }: Row) => (bandName === undefined ? String(band) : `${band} ${bandName}`);
  return printTable(rows, [
    { title: say('zone', '分区'), of: ({ zone }) => zone },
    ...(several ? [{ title: say('band', '波段'), of: bandOf, right: true }] : []),
    ...statistics.map((name) => ({
      title: labels[name] as string,
      of: (row: Row) => shown(row[name]),
      right: true,
    })),
  ]);
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : '—';
}
