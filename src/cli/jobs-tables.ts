import type {
  InactiveRow,
  JobsFormRow,
  JobsPlace,
  JobsRow,
  JobsYearsRow,
  OkunRow,
  ReplacementRow,
  SkillsRow,
} from '../app/index.js';
import { jobsDetails } from './jobs-details.js';
import { placeName, shown } from './shown.js';
import { type PrintedColumn, printTable } from './table.js';

type Row = JobsFormRow | JobsPlace;

/** Jobs of places: the table that fits the form of what was given. */
export function jobsTables(rows: readonly Row[], zh: boolean): string {
  const [first] = rows;
  if (first && 'form' in first) {
    switch (first.form) {
      case 'years':
        return yearsTable(rows as readonly JobsYearsRow[], zh);
      case 'okun':
        return okunTable(rows as readonly OkunRow[], zh);
      case 'replacement':
        return replacementTable(rows as readonly ReplacementRow[], zh);
      case 'inactive':
        return inactiveTable(rows as readonly InactiveRow[], zh);
      case 'skills':
        return skillsTable(rows as readonly SkillsRow[], zh);
    }
  }
  const table = activityTable(rows as readonly (JobsRow | JobsPlace)[], zh);
  // Of all places at once there would be thousands of lines; JSON carries them.
  const details =
    rows.length > 5 ? [] : rows.flatMap((row) => ('activities' in row ? [jobsDetails(row, zh)] : []));
  return [table, ...details].join('\n\n');
}

/** A column of numbers. */
function number<One>(title: string, of: (row: One) => number | null | undefined): PrintedColumn<One> {
  return { title, of: (row) => shown(of(row)), right: true };
}

/** A line for each activity. */
function activityTable(rows: readonly (JobsRow | JobsPlace)[], zh: boolean): string {
  const lines = rows.flatMap((row) =>
    'activities' in row
      ? row.activities.map((one) => ({
          ...one,
          place: placeName(row),
          activity: one.label[zh ? 'zh' : 'en'],
        }))
      : [row],
  );
  return printTable(lines, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '行业' : 'activity', of: (row) => row.activity },
    { title: zh ? '初年区位商' : 'quotient first', of: (row) => shown(row.quotientFirst), right: true },
    { title: zh ? '末年区位商' : 'last', of: (row) => shown(row.quotientLast), right: true },
    { title: zh ? '全国分量' : 'national', of: (row) => shown(row.national), right: true },
    { title: zh ? '结构分量' : 'mix', of: (row) => shown(row.mix), right: true },
    { title: zh ? '竞争分量' : 'regional', of: (row) => shown(row.regional), right: true },
    { title: zh ? '变化' : 'change', of: (row) => shown(row.change), right: true },
  ]);
}

function yearsTable(rows: readonly JobsYearsRow[], zh: boolean): string {
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '行业' : 'activity', of: (row) => row.activity },
    { title: zh ? '年份' : 'years', of: (row) => `${row.from}–${row.to} (${row.steps})` },
    number(zh ? '全国（静态）' : 'national, static', (row) => row.static.national),
    number(zh ? '结构' : 'mix', (row) => row.static.mix),
    number(zh ? '竞争' : 'regional', (row) => row.static.regional),
    number(zh ? '其中：配置' : 'of it allocation', (row) => row.static.allocation),
    number(zh ? '全国（动态）' : 'national, dynamic', (row) => row.dynamic.national),
    number(zh ? '结构' : 'mix', (row) => row.dynamic.mix),
    number(zh ? '竞争' : 'regional', (row) => row.dynamic.regional),
    number(zh ? '变化' : 'change', (row) => row.dynamic.change),
  ]);
}

function okunTable(rows: readonly OkunRow[], zh: boolean): string {
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '年份' : 'years', of: (row) => `${row.from}–${row.to}` },
    number(zh ? '差分式 b' : 'differences b', (row) => row.difference.coefficient),
    number(zh ? '失业率不变的增长 %' : 'growth at rest %', ({ difference: { breakEven } }) =>
      breakEven === null ? null : 100 * breakEven,
    ),
    number('R²', (row) => row.difference.rSquared),
    ...(rows[0]?.gaps ?? []).flatMap(({ smoothness }, at): PrintedColumn<OkunRow>[] => [
      number(
        zh ? `缺口式 b（λ=${smoothness}）` : `gaps b (λ=${smoothness})`,
        (row) => row.gaps[at]?.coefficient,
      ),
      number('R²', (row) => row.gaps[at]?.rSquared),
    ]),
  ]);
}

function replacementTable(rows: readonly ReplacementRow[], zh: boolean): string {
  const lines = rows.flatMap((row) => row.years.map((year) => ({ ...row, ...year })));
  const reached = (word: boolean | null) => {
    if (word === null) return '—';
    if (zh) return word ? '达到' : '未达到';
    return word ? 'yes' : 'no';
  };
  return printTable(lines, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '年份' : 'year', of: (row) => `${row.base ?? '—'}–${row.year}` },
    number(zh ? '接续产业新增' : 'successor jobs', (row) => row.gained),
    number(zh ? '资源岗位损失' : 'resource jobs lost', (row) => row.lost),
    number(
      rows[0]?.wagesLeftOut
        ? zh
          ? '替代率（未计工资）'
          : 'ratio (wages left out)'
        : zh
          ? '替代率（按工资折算）'
          : 'ratio (by wages)',
      (row) => row.ratio,
    ),
    {
      title: zh ? `达到 ${rows[0]?.target}` : `${rows[0]?.target} reached`,
      of: (row) => reached(row.reached),
    },
  ]);
}

function inactiveTable(rows: readonly InactiveRow[], zh: boolean): string {
  return printTable(rows, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    number(zh ? '每百人岗位' : 'jobs for 100', (row) => row.jobDensity),
    number(zh ? '就业率 %' : 'employed %', (row) => row.employmentRatePercent),
    number(zh ? '差距，百分点' : 'gap, points', (row) => row.employmentRateGapPercent),
    number(zh ? '隐性失业 %' : 'hidden %', (row) => row.hiddenUnemployment.sharePercent),
    number(zh ? '人数' : 'persons', (row) => row.hiddenUnemployment.persons),
    number(zh ? '基准 %' : 'benchmark %', (row) => row.hiddenUnemployment.benchmarkPercent),
  ]);
}

function skillsTable(rows: readonly SkillsRow[], zh: boolean): string {
  const lines = rows.flatMap((row) => row.occupations.map((one) => ({ place: row.place, ...one })));
  const sums = rows.map(({ place, matched, displaced, matchedPercent, similarity }) =>
    zh
      ? `${place}：${displaced} 人中 ${matched} 人可匹配（${shown(matchedPercent)} %，相似度不低于 ${similarity}）`
      : `${place}: ${matched} of ${displaced} fit (${shown(matchedPercent)} %, similarity of ${similarity} or more)`,
  );
  const table = printTable(lines, [
    { title: zh ? '地区' : 'place', of: (row) => row.place },
    { title: zh ? '原职业' : 'occupation', of: (row) => row.occupation },
    number(zh ? '失业人数' : 'displaced', (row) => row.displaced),
    { title: zh ? '最近的空缺职业' : 'nearest with vacancies', of: (row) => row.nearest ?? '—' },
    number(zh ? '相似度' : 'similarity', (row) => row.similarity),
    { title: zh ? '匹配' : 'fits', of: (row) => (zh ? (row.fits ? '是' : '否') : row.fits ? 'yes' : 'no') },
  ]);
  return `${table}\n\n${sums.join('\n')}`;
}
