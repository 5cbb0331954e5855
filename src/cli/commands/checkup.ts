import type { Command } from 'commander';
import { checkup, issues, listCities, operator, saveFindings } from '../../app/index.js';
import type { Checkup } from '../../assess/index.js';
import type { Language } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { checkupDetails } from '../checkup-details.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly save?: boolean;
}

/** `checkup`: the annual check-up of all registered cities or of some. */
export function addCheckup(program: Command): void {
  program
    .command('checkup')
    .description('check up all cities, or those named by code, Chinese or English name')
    .argument('[city...]')
    .option('--period <year>', 'year of the data; default the latest with an index')
    .option('--save', 'keep the findings in the ledger of the workspace')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const period = options.period === undefined ? {} : { period: options.period };
        const found = await checkup(ws, { cities: words, ...period });
        out.issues(await issues(ws));
        if (options.save) {
          const saved = await saveFindings(ws, period, { actor: operator() });
          const { added, changed, unchanged } = saved;
          out.say({
            en: `findings kept: ${added} new, ${changed} changed, ${unchanged} unchanged`,
            zh: `诊断结论入库：新增 ${added}，变更 ${changed}，未变 ${unchanged}`,
          });
        }
        const names = new Map((await listCities(ws, {})).map((city) => [city.id, city.name]));
        const titled = found.map((one) => ({ ...one, name: names.get(one.city) ?? null }));
        const details =
          words.length > 0 ? titled.map((one) => checkupDetails(ws.catalog, one, out.lang)) : [];
        out.result(titled, () => [checkupTable(titled, out.lang), ...details].join('\n\n'));
      }),
    );
}

function checkupTable(
  found: readonly (Checkup & { name: { zh: string; en: string } | null })[],
  lang: Language,
): string {
  const zh = lang === 'zh';
  const lights = (one: Checkup, colour: string) =>
    String(Object.values(one.lights).filter((light) => light.final === colour).length);
  const first = (one: Checkup) => Object.values(one.standing)[0];
  const sorted = [...found].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return printTable(sorted, [
    { title: zh ? '名次' : 'rank', of: (one) => String(one.rank ?? '—'), right: true },
    { title: zh ? '区间' : 'interval', of: (one) => one.rankInterval?.join('–') ?? '—', right: true },
    { title: zh ? '城市' : 'city', of: (one) => `${one.name?.zh ?? ''} ${one.name?.en ?? one.city}` },
    { title: zh ? '年份' : 'period', of: (one) => one.period },
    { title: zh ? '得分' : 'score', of: (one) => first(one)?.score?.toFixed(1) ?? '—', right: true },
    { title: zh ? '绿' : 'green', of: (one) => lights(one, 'green'), right: true },
    { title: zh ? '黄' : 'yellow', of: (one) => lights(one, 'yellow'), right: true },
    { title: zh ? '红' : 'red', of: (one) => lights(one, 'red'), right: true },
    { title: zh ? '缺数据' : 'no data', of: (one) => lights(one, 'none'), right: true },
    {
      title: zh ? '提醒' : 'flags',
      of: (one) => flagCount(one),
      right: true,
    },
    { title: zh ? '结论' : 'findings', of: (one) => String(one.findings.length), right: true },
  ]);
}

/** How many different flags stand beside numbers of the check-up. */
function flagCount({ flags }: Checkup): string {
  const different = new Set(Object.values(flags).flat()).size;
  return different === 0 ? '' : `⚑ ${different}`;
}
