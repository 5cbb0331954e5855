import type { Language } from '../../base/index.js';
import type { RenewalAnswer } from './answer.js';

const [row, left, cell, top] = [22, 220, 90, 34];

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );

/** The schedule as a picture: a line for each project that is done, a column for each year, and what each year spends below. */
export function ganttPicture({ schedule, spending, projects }: RenewalAnswer, lang: Language): string {
  const livelihood = new Set(projects.flatMap((one) => (one.livelihood ? [one.project] : [])));
  const [width, height] = [left + cell * spending.length + 10, top + row * (schedule.length + 2)];
  const x = (at: number) => left + cell * at;
  const head = spending.map(
    ({ year }, at) => `<text x="${x(at) + cell / 2}" y="22" text-anchor="middle">${year}</text>`,
  );
  const bars = schedule.map(({ project, year }, at) => {
    const y = top + row * at;
    const from = x(spending.findIndex((one) => one.year === year));
    const fill = livelihood.has(project) ? '#0f6b6b' : '#b5651d';
    return (
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${escape(project)}</text>` +
      `<rect x="${from + 2}" y="${y + 3}" width="${cell - 4}" height="${row - 6}" fill="${fill}"/>`
    );
  });
  const foot = spending.map(
    ({ spent, budget }, at) =>
      `<text x="${x(at) + cell / 2}" y="${height - 12}" text-anchor="middle">${Math.round(spent)} / ${Math.round(budget)}</text>`,
  );
  const words =
    lang === 'zh'
      ? { title: '更新项目实施时序', spent: '支出 / 预算', key: '绿色为民生类，褐色为其他' }
      : { title: 'Schedule of renewal', spent: 'spent / budget', key: 'green: livelihood; brown: others' };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${words.title} (${words.key})</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="22">${words.key}</text>`,
    ...spending.map(
      (_, at) => `<line x1="${x(at)}" x2="${x(at)}" y1="${top - 4}" y2="${height - row}" stroke="#ccc"/>`,
    ),
    ...head,
    ...bars,
    `<text x="${left - 8}" y="${height - 12}" text-anchor="end">${words.spent}</text>`,
    ...foot,
    '</svg>',
    '',
  ].join('\n');
}
