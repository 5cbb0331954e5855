import type {
  CarbonRow,
  CohortRow,
  PopulationFormRow,
  PopulationPlace,
  PopulationRow,
  ResilienceRow,
  StructureFormRow,
  StructurePlace,
  StructureRow,
} from '../app/index.js';
import { cohortTables } from './cohort-tables.js';
import { placeName, shown } from './shown.js';
import { type PrintedColumn, printTable } from './table.js';

/** Words of a class of the catalog; a dash for none. */
type Labels = (scheme: string, word: string | null) => string;

/** People of places, or of a table of cohorts what becomes of them. */
export function peopleTables(
  rows: readonly (PopulationFormRow | PopulationPlace)[],
  zh: boolean,
  labels: Labels,
): string {
  const [first] = rows;
  if (first && 'form' in first) return cohortTables(rows as readonly CohortRow[], zh);
  return changeTable(rows as readonly (PopulationRow | PopulationPlace)[], zh, labels);
}

/** Change, grade and, from the censuses, confidence, form, age and advice. */
function changeTable(
  rows: readonly (PopulationRow | PopulationPlace)[],
  zh: boolean,
  labels: Labels,
): string {
  const census = (row: PopulationRow | PopulationPlace) => ('aligned' in row ? row : null);
  const more: PrintedColumn<PopulationRow | PopulationPlace>[] = [
    { title: zh ? '把握' : 'confidence', of: (row) => census(row)?.confidence ?? '—' },
    { title: zh ? '形态' : 'form', of: (row) => labels('shrinkage_form', census(row)?.parts.form ?? null) },
    {
      title: '60+ %',
      of: (row) => share(census(row)?.ageing.last.old60),
      right: true,
    },
    { title: zh ? '建议' : 'advice', of: (row) => adviceWords(census(row)?.advice?.aim ?? null, zh) },
  ];
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: placeName },
    { title: zh ? '变化 %' : 'change %', of: (row) => shown(row.changePercent), right: true },
    { title: zh ? '年均 %' : 'a year %', of: (row) => shown(row.annualPercent), right: true },
    { title: zh ? '等级' : 'grade', of: (row) => labels('population_change_grade', row.grade) },
    ...(rows.some((row) => census(row)) ? more : []),
  ]);
}

/** Emissions of places, one line for each inventory. */
export function carbonTables(rows: readonly CarbonRow[], zh: boolean, labels: Labels): string {
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: placeName },
    { title: zh ? '清单' : 'inventory', of: (row) => row.inventory },
    { title: zh ? '排放 %' : 'CO2 %', of: (row) => shown(row.tapio.co2Percent), right: true },
    { title: zh ? '产出 %' : 'output %', of: (row) => shown(row.tapio.gdpPercent), right: true },
    { title: zh ? '人口 %' : 'people %', of: (row) => shown(row.populationPercent), right: true },
    { title: zh ? '弹性' : 'elasticity', of: (row) => shown(row.tapio.elasticity), right: true },
    { title: zh ? '脱钩' : 'decoupling', of: (row) => labels('tapio_state', row.tapio.state) },
    { title: zh ? '人口效应' : 'by people', of: (row) => shown(row.lmdi.population), right: true },
    { title: zh ? '人均产出效应' : 'by output', of: (row) => shown(row.lmdi.gdpPerHead), right: true },
    { title: zh ? '强度效应' : 'by intensity', of: (row) => shown(row.lmdi.co2PerGdp), right: true },
    { title: 'Sen', of: (row) => shown(row.mannKendall.senSlope), right: true },
    { title: zh ? '达峰' : 'peak', of: (row) => labels('peak_status', row.peak) },
  ]);
}

/** Structure of places, or of a table of years their resilience. */
export function structureTables(rows: readonly (StructureFormRow | StructurePlace)[], zh: boolean): string {
  const [first] = rows;
  if (first && 'form' in first) return resilienceTable(rows as readonly ResilienceRow[], zh);
  const table = structureTable(rows as readonly (StructureRow | StructurePlace)[], zh);
  // Of all places at once there would be hundreds of lines; JSON carries them.
  const details =
    rows.length > 5 ? [] : rows.flatMap((row) => ('resilience' in row ? [resilienceLine(row, zh)] : []));
  return details.length === 0 ? table : `${table}\n\n${details.join('\n')}`;
}

function resilienceLine(row: StructurePlace, zh: boolean): string {
  const { resistance, recovery, priceBeta, volatility } = row.resilience;
  const parts = [
    [zh ? '抵抗力' : 'resistance', shown(resistance)],
    [zh ? '恢复力' : 'recovery', shown(recovery)],
    [zh ? '价格敏感度' : 'price beta', shown(priceBeta)],
    [zh ? '增长波动 %' : 'volatility %', share(volatility)],
  ].map(([title, value]) => `${title} ${value}`);
  const lacking = [resistance, recovery, priceBeta, volatility].includes(null);
  const needs = zh
    ? '（缺项需逐年可比价产出、资源价格，以及参照地的下降；可用 --table place,year,value,price 给出）'
    : ' (what is missing needs yearly output in prices of one year, resource prices and a fall of the reference; or give --table place,year,value,price)';
  const title = zh ? `${placeName(row)} 韧性：` : `${placeName(row)} resilience: `;
  return `${title}${parts.join(zh ? '，' : ', ')}${lacking ? needs : ''}`;
}

function resilienceTable(rows: readonly ResilienceRow[], zh: boolean): string {
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    {
      title: zh ? '冲击' : 'shock',
      of: ({ shock }) => (shock === null ? '—' : `${shock.before} ${shock.bottom} ${shock.after}`),
    },
    { title: zh ? '抵抗力' : 'resistance', of: (row) => shown(row.resistance), right: true },
    { title: zh ? '恢复力' : 'recovery', of: (row) => shown(row.recovery), right: true },
    { title: zh ? '价格敏感度' : 'price beta', of: (row) => shown(row.priceBeta?.beta), right: true },
    { title: 'R²', of: (row) => shown(row.priceBeta?.rSquared), right: true },
    { title: zh ? '增长波动 %' : 'volatility %', of: (row) => share(row.volatility), right: true },
  ]);
}

/** Dependence, diversity, upgrading with its flag beside it. */
function structureTable(rows: readonly (StructureRow | StructurePlace)[], zh: boolean): string {
  const upgrading = (row: StructureRow | StructurePlace) =>
    row.upgrading ?? ('upgradingOfJobs' in row ? row.upgradingOfJobs : null);
  const mining = (row: StructureRow | StructurePlace) => ('dependence' in row ? row.dependence.jobs : null);
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: placeName },
    {
      title: zh ? '采矿就业初 %' : 'mining jobs first %',
      of: (row) => share(mining(row)?.first),
      right: true,
    },
    { title: zh ? '末 %' : 'last %', of: (row) => share(mining(row)?.last), right: true },
    {
      title: zh ? '等效门类' : 'effective number',
      of: (row) => shown(row.diversity.last.effectiveNumber),
      right: true,
    },
    { title: 'Krugman', of: (row) => shown(row.krugman.last), right: true },
    { title: 'Lilien', of: (row) => shown(row.lilien), right: true },
    {
      title: zh ? '高级化A初' : 'upgrading A first',
      of: (row) => shown(upgrading(row)?.first.a),
      right: true,
    },
    { title: zh ? '末' : 'last', of: (row) => shown(upgrading(row)?.last.a), right: true },
    {
      title: zh ? '二产增长 %' : 'industry %',
      of: (row) => shown(upgrading(row)?.secondaryGrowthPercent),
      right: true,
    },
    {
      title: zh ? '三产增长 %' : 'services %',
      of: (row) => shown(upgrading(row)?.tertiaryGrowthPercent),
      right: true,
    },
    { title: zh ? '标记' : 'flag', of: (row) => flagWords(upgrading(row)?.falseUpgrading ?? null, zh) },
  ]);
}

function flagWords(flag: string | null, zh: boolean): string {
  const words: Readonly<Record<string, string>> = {
    'false upgrading': '虚假高级化',
    'partly by decline': '部分由衰退造成',
    'by growth': '由增长形成',
  };
  if (flag === null) return '—';
  return zh ? (words[flag] ?? flag) : flag.replace('false upgrading', 'FALSE UPGRADING');
}

function adviceWords(aim: string | null, zh: boolean): string {
  const words: Readonly<Record<string, string>> = {
    'smart growth': '精明增长',
    'smart growth with local reduction': '精明增长，局部减量',
    'smart shrinkage': '精明收缩',
  };
  return aim === null ? '—' : zh ? (words[aim] ?? aim) : aim;
}

function share(value: number | null | undefined): string {
  return shown(value === null || value === undefined ? null : 100 * value);
}
