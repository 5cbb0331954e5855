import type { VacantLandAnswer, VacantPolygon } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Polygons and blocks that a terminal shows; all are in the files and in JSON. */
const shownPolygons = 15;
const shownBlocks = 5;

/** The answer of `vacant-land` for people: what was found, how right it is, where to label next, where the files are. */
export function vacantLandTables(answer: VacantLandAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { polygons, findings, files } = answer;
  const more = polygons.length - shownPolygons;
  const table = polygons.length === 0 ? '' : polygonTable(polygons.slice(0, shownPolygons), say);
  const opened =
    findings === null
      ? ''
      : say(
          `findings: ${findings.opened.length} opened, ${findings.known.length} were in the ledger`,
          `问题台账：新登记 ${findings.opened.length} 项，已在台账 ${findings.known.length} 项`,
        );
  return [
    headText(answer, say),
    accuracyText(answer, say),
    more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 个`)}` : table,
    nextText(answer, say),
    opened,
    files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

type Say = (en: string, zh: string) => string;

function headText({ model, rate }: VacantLandAnswer, say: Say): string {
  const ha = (m2: number) => (m2 / 10000).toFixed(2);
  const classes = model.lookedFor.join(say(', ', '、'));
  const built = rate.of === 'built-up' ? say(' of built-up area', '建成区') : '';
  const density = rate.polygonsPerKm2?.toFixed(1) ?? '—';
  return [
    say(
      `${classes}: ${rate.polygons} polygons, ${ha(rate.vacantM2)} of ${ha(rate.judgedM2)} ha${built} (${percent(rate.rate)}), ${density} per km²`,
      `${classes}：${rate.polygons} 个地块，${ha(rate.vacantM2)} 公顷，占${built}判别面积 ${ha(rate.judgedM2)} 公顷的 ${percent(rate.rate)}，每平方千米 ${density} 个`,
    ),
    rate.screened > 0
      ? say(
          `screened out: ${rate.screened} polygons, ${ha(rate.screenedM2)} ha`,
          `筛除 ${rate.screened} 个地块，${ha(rate.screenedM2)} 公顷`,
        )
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function accuracyText({ accuracy }: VacantLandAnswer, say: Say): string {
  if (accuracy === null)
    return say('no labels of this image: nothing is known of the error', '未提供该影像的标注：误差未知');
  const { classes, patches, blocks, by } = accuracy;
  const head =
    by === 'held-out'
      ? say(
          `error on ${patches} patches of ${blocks} blocks that were held out (95 % intervals)`,
          `留出检验：${blocks} 个区块 ${patches} 个图斑（95% 区间）`,
        )
      : say(
          `error of the given model on ${patches} labelled patches of ${blocks} blocks (95 % intervals)`,
          `所给模型在 ${blocks} 个区块 ${patches} 个标注图斑上的精度（95% 区间）`,
        );
  const figure = (of: 'precision' | 'recall' | 'f1' | 'iou' | 'areaBias') => (name: string) => {
    const { value = null, low = null, high = null } = accuracy[of][name] ?? {};
    // Adding 0 makes 0 of -0.
    const two = (one: number | null) => (one === null ? '—' : (Number(one.toFixed(2)) + 0).toFixed(2));
    return `${two(value)} (${two(low)} ${say('to', '至')} ${two(high)})`;
  };
  const table = printTable(classes, [
    { title: say('class', '地类'), of: (name) => name },
    { title: say('patches', '图斑'), of: (name) => String(accuracy.labelled[name] ?? 0), right: true },
    { title: say('precision', '精确率'), of: figure('precision'), right: true },
    { title: say('recall', '召回率'), of: figure('recall'), right: true },
    { title: 'F1', of: figure('f1'), right: true },
    { title: 'IoU', of: figure('iou'), right: true },
    { title: say('area bias', '面积偏差'), of: figure('areaBias'), right: true },
  ]);
  return `${head}\n${table}`;
}

function polygonTable(polygons: readonly VacantPolygon[], say: Say): string {
  return printTable(polygons, [
    { title: say('place', '位置'), of: ({ id }) => id },
    { title: say('class', '地类'), of: (row) => row.class },
    { title: say('area, m²', '面积（平方米）'), of: ({ areaM2 }) => areaM2.toFixed(0), right: true },
    { title: say('confidence', '置信度'), of: ({ confidence }) => confidence.toFixed(2), right: true },
    ...(polygons.some(({ screened }) => screened.length > 0)
      ? [{ title: say('screened out by', '筛除原因'), of: (row: VacantPolygon) => screens(row, say) }]
      : []),
  ]);
}

function screens({ screened, personsPerKm2, nightLight }: VacantPolygon, say: Say): string {
  const words = {
    population: say(
      `${personsPerKm2?.toFixed(0)} persons per km²`,
      `人口密度 ${personsPerKm2?.toFixed(0)} 人/平方千米`,
    ),
    night_light: say(`night light ${nightLight?.toPrecision(3)}`, `夜间灯光 ${nightLight?.toPrecision(3)}`),
  };
  return screened.map((one) => words[one]).join(say(', ', '、'));
}

function nextText({ labelNext }: VacantLandAnswer, say: Say): string {
  if (labelNext.length === 0) return '';
  const blocks = labelNext.slice(0, shownBlocks).map(({ box: [west, south, east, north], uncertainty }) => {
    const middle = `${((west + east) / 2).toFixed(5)}, ${((south + north) / 2).toFixed(5)}`;
    return `${middle} (${uncertainty.toFixed(2)})`;
  });
  return say(
    `label next, where the model is least certain (lon, lat; 1 is a guess): ${blocks.join('; ')}`,
    `建议优先标注（经度, 纬度；1 表示全凭猜测）：${blocks.join('；')}`,
  );
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
