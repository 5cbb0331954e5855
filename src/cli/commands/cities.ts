import type { Command } from 'commander';
import { type CityAnswer, listCities } from '../../app/index.js';
import type { Language } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly type?: string;
  readonly resource?: string;
  readonly level?: string;
}

/** `cities`: the register, filtered. */
export function addCities(program: Command): void {
  program
    .command('cities')
    .description('list the registered cities')
    .option('--type <type>', 'official type: growing, mature, declining, regenerating')
    .option('--resource <resource>', 'resource: coal, oil-gas, ferrous, nonferrous, nonmetal, forest, mixed')
    .option('--level <level>', 'level: prefecture, county-city, county, district')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const { type, resource, level } = options;
        const cities = await listCities(ws, {
          ...(type !== undefined && { type }),
          ...(resource !== undefined && { resource }),
          ...(level !== undefined && { level }),
        });
        out.result(cities, () => citiesTable(cities, out.lang));
      }),
    );
}

function citiesTable(cities: readonly CityAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(cities, [
    { title: zh ? '代码' : 'code', of: (city) => city.adcode },
    { title: zh ? '中文名' : 'Chinese', of: (city) => city.name.zh },
    { title: zh ? '英文名' : 'English', of: (city) => city.name.en },
    { title: zh ? '级别' : 'level', of: (city) => city.level },
    { title: zh ? '官方类型' : 'official type', of: (city) => city.type ?? '' },
    { title: zh ? '枯竭批次' : 'exhausted batch', of: (city) => String(city.batch?.number ?? '') },
    { title: zh ? '资源' : 'resources', of: (city) => city.resources.join(', ') },
  ]);
}
