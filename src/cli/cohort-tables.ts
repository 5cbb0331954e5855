import type { CohortRow } from '../app/index.js';
import { shown } from './shown.js';
import { printTable } from './table.js';

/** People in years to come, and below them the services that they need. */
export function cohortTables(rows: readonly CohortRow[], zh: boolean): string {
  const scenario = (word: CohortRow['scenario']) => {
    if (!zh) return word;
    return word === 'closed' ? '无迁移' : '含迁移';
  };
  const after = (years: number) => {
    if (years === 0) return zh ? '现在' : 'now';
    return zh ? `${years} 年后` : `in ${years} years`;
  };
  const persons = (count: number | null) => (count === null ? '—' : String(Math.round(count)));
  const people = rows.flatMap((row) => row.horizons.map((one) => ({ ...row, ...one })));
  const services = rows.flatMap((row) =>
    row.services.flatMap((service) => service.horizons.map((one) => ({ ...row, ...service, ...one }))),
  );
  const first = printTable(people, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '情景' : 'scenario', of: (row) => scenario(row.scenario) },
    { title: zh ? '时间' : 'time', of: (row) => after(row.years) },
    { title: zh ? '人口' : 'people', of: (row) => persons(row.people), right: true },
    { title: zh ? '变化 %' : 'change %', of: (row) => shown(row.changePercent), right: true },
  ]);
  if (services.length === 0) return first;
  const second = printTable(services, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '情景' : 'scenario', of: (row) => scenario(row.scenario) },
    { title: zh ? '服务' : 'service', of: (row) => row.service },
    { title: zh ? '时间' : 'time', of: (row) => after(row.years) },
    { title: zh ? '使用者' : 'users', of: (row) => persons(row.users), right: true },
    { title: zh ? '现有' : 'today', of: (row) => shown(row.amount), right: true },
    { title: zh ? '需要' : 'needed', of: (row) => shown(row.needed), right: true },
    { title: zh ? '富余' : 'spare', of: (row) => shown(row.spare), right: true },
    { title: zh ? '不变时人均' : 'per user as is', of: (row) => shown(row.perUser), right: true },
  ]);
  return `${first}\n\n${second}`;
}
