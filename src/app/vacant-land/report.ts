import { type Language, phrases, type Text } from '../../base/index.js';
import { classMeasures } from '../../locate/index.js';
import type { Block, Cell, ReportDocument, TableBlock } from '../../report/index.js';
import type { Workspace } from '../workspace.js';
import type { FigureRange, VacantLandAnswer } from './types.js';

/** Polygons that the report lists; all are in the tables. */
const shownPolygons = 30;
/** Blocks for further labels that it lists. */
const shownBlocks = 10;

const measureWords: Readonly<Record<(typeof classMeasures)[number], Text>> = {
  precision: { en: 'precision', zh: '精确率' },
  recall: { en: 'recall', zh: '召回率' },
  f1: { en: 'F1', zh: 'F1' },
  iou: { en: 'IoU', zh: 'IoU' },
  areaBias: { en: 'area bias', zh: '面积偏差' },
  expectedBias: { en: 'bias of the expected area', zh: '期望面积偏差' },
};

/** What was found in an image, how far it can be trusted, and where to label next, as a document in one language. */
export function landReport(
  ws: Pick<Workspace, 'catalog' | 'options'>,
  answer: VacantLandAnswer,
  image: string,
  lang: Language,
): ReportDocument {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { version, hash } = ws.catalog;
  return {
    lang,
    title: say('Vacant land', '空地'),
    subtitle: image,
    fileStem: 'vacant-land',
    imprint: say(
      `catalog ${version} (${hash.slice(0, 12)}), afterlode ${ws.options.version}`,
      `目录 ${version}（${hash.slice(0, 12)}），afterlode ${ws.options.version}`,
    ),
    sections: [
      { id: 'summary', title: say('What was found', '判别结果'), blocks: summary(answer, say) },
      { id: 'evidence', title: say('How right it is', '精度'), blocks: evidence(answer, say, lang) },
      { id: 'findings', title: say('Polygons', '地块'), blocks: [polygonTable(answer, say)] },
      { id: 'limits', title: say('What to do next', '后续工作'), blocks: next(answer, say, lang) },
    ],
    appendix: [],
  };
}

type Say = (en: string, zh: string) => string;

function summary({ rate, model }: VacantLandAnswer, say: Say): readonly Block[] {
  const ha = (m2: number) => (m2 / 10000).toFixed(2);
  const facts = [
    { name: say('classes looked for', '所查地类'), text: model.lookedFor.join(say(', ', '、')) },
    { name: say('judged, ha', '判别面积（公顷）'), text: ha(rate.judgedM2) },
    {
      name: say('ground', '范围'),
      text: rate.of === 'built-up' ? say('the built-up area', '建成区') : say('the whole image', '整幅影像'),
    },
    { name: say('found, ha', '所查地类（公顷）'), text: ha(rate.vacantM2) },
    { name: say('share of the ground', '占比'), text: percent(rate.rate) },
    { name: say('polygons', '地块数'), text: String(rate.polygons) },
    { name: say('polygons per km²', '每平方千米地块数'), text: rate.polygonsPerKm2?.toFixed(1) ?? '—' },
    {
      name: say('screened out', '筛除地块'),
      text: `${rate.screened} (${ha(rate.screenedM2)} ${say('ha', '公顷')})`,
    },
    { name: say('model for the group', '模型适用组'), text: model.group ?? '—' },
    { name: say('side of a patch, m', '图斑边长（米）'), text: model.patchM.toPrecision(3) },
  ];
  return [{ kind: 'facts', caption: say('In figures', '主要数字'), facts }];
}

function evidence({ accuracy }: VacantLandAnswer, say: Say, lang: Language): readonly Block[] {
  if (accuracy === null) {
    const text = say(
      'Nobody gave labels of this image: nothing is known of the error here.',
      '未提供该影像的标注：误差未知。',
    );
    return [{ kind: 'paragraph', tone: 'caution', text }];
  }
  const { blocks, patches, classes, gapM } = accuracy;
  const how =
    accuracy.by === 'held-out'
      ? say(
          `${patches} labelled patches in ${blocks} blocks of ${metres(accuracy.blockM)} m were each told by a model that had learnt from none of their block nor from patches nearer than ${metres(gapM)} m.`,
          `${blocks} 个边长 ${metres(accuracy.blockM)} 米的区块中共 ${patches} 个标注图斑，均由未使用该区块及 ${metres(gapM)} 米内图斑训练的模型判别。`,
        )
      : say(
          `${patches} labelled patches in ${blocks} blocks were told by the model that was given.`,
          `${blocks} 个区块中 ${patches} 个标注图斑由所给模型判别。`,
        );
  const measures: TableBlock = {
    kind: 'table',
    caption: say('By class, with 95 % intervals', '各地类精度（95% 区间）'),
    columns: [
      head(say('class', '地类'), 'left', 14),
      ...classMeasures.map((name) => head(measureWords[name][lang], 'right', 18)),
    ],
    rows: classes.map((name) => [
      text(name),
      ...classMeasures.map((measure) => text(range(accuracy[measure][name], say))),
    ]),
    notes: [
      say(`Right in all: ${range(accuracy.overall, say)}.`, `总体精度：${range(accuracy.overall, say)}。`),
    ],
  };
  const confusion: TableBlock = {
    kind: 'table',
    caption: say('Patches by label (row) and by what was told (column)', '混淆矩阵：行为标注，列为判别'),
    columns: [head('', 'left', 14), ...classes.map((name) => head(name, 'right', 10))],
    rows: classes.map((name, row) => [
      text(name),
      ...(accuracy.confusion[row] ?? []).map((count) => text(String(count))),
    ]),
    notes: [],
  };
  return [{ kind: 'paragraph', tone: 'plain', text: how }, measures, confusion];
}

function polygonTable({ polygons }: VacantLandAnswer, say: Say): Block {
  if (polygons.length === 0)
    return { kind: 'paragraph', tone: 'plain', text: say('None was found.', '未发现地块。') };
  const more = polygons.length - shownPolygons;
  return {
    kind: 'table',
    caption: say('The largest polygons', '面积最大的地块'),
    columns: [
      head(say('place', '位置'), 'left', 24),
      head(say('class', '地类'), 'left', 12),
      head(say('area, m²', '面积（平方米）'), 'right', 12),
      head(say('confidence', '置信度'), 'right', 10),
      head(say('screened out by', '筛除原因'), 'left', 16),
    ],
    rows: polygons
      .slice(0, shownPolygons)
      .map((row) => [
        text(row.id),
        text(row.class),
        text(row.areaM2.toFixed(0)),
        text(row.confidence.toFixed(2)),
        text(row.screened.join(', ')),
      ]),
    notes: more > 0 ? [say(`And ${more} more.`, `另有 ${more} 个。`)] : [],
  };
}

function next({ labelNext, issues }: VacantLandAnswer, say: Say, lang: Language): readonly Block[] {
  const blocks = labelNext.slice(0, shownBlocks).map(({ box: [west, south, east, north], uncertainty }) => {
    const place = `${west.toFixed(5)}–${east.toFixed(5)} E, ${south.toFixed(5)}–${north.toFixed(5)} N`;
    return `${place} (${uncertainty.toFixed(2)})`;
  });
  const remarks = issues.map(
    ({ message, remedy }) => `${message[lang]}${lang === 'zh' ? '。' : '. '}${remedy[lang]}`,
  );
  return [
    {
      kind: 'paragraph',
      tone: 'plain',
      text: say(
        'Labels teach most in these blocks (0: all certain, 1: all guessed):',
        '在下列区块补充标注收益最大（0 表示完全确定，1 表示全凭猜测）：',
      ),
    },
    { kind: 'list', items: blocks.length > 0 ? blocks : [phrases.none[lang]] },
    ...(remarks.length > 0 ? [{ kind: 'list' as const, items: remarks }] : []),
  ];
}

function head(title: string, align: 'left' | 'right', width: number) {
  return { title, align, width };
}

function text(value: string): Cell {
  return { kind: 'text', text: value };
}

function range(figure: FigureRange | undefined, say: Say): string {
  // Adding 0 makes 0 of -0.
  const digits = (value: number | null | undefined) =>
    value == null ? '—' : (Number(value.toFixed(2)) + 0).toFixed(2);
  return `${digits(figure?.value)} (${digits(figure?.low)} ${say('to', '至')} ${digits(figure?.high)})`;
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}

function metres(value: number | null): string {
  return value === null ? '—' : String(Number(value.toPrecision(3)));
}
