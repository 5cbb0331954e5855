import { classMeasures } from '../../locate/index.js';
import type { Sheet } from '../../print/index.js';
import { type NamedColumn, sheetOfNamed } from '../tables/sheet-of.js';
import { collectionOf } from './shares.js';
import type { FigureRange, LandAccuracy, LandCollection, VacantLandAnswer, VacantPolygon } from './types.js';

const polygonColumns: readonly NamedColumn<VacantPolygon>[] = [
  { key: 'id', zh: '编号', of: (row) => row.id },
  { key: 'class', zh: '地类', of: (row) => row.class },
  { key: 'area_m2', zh: '面积', digits: 1, of: (row) => row.areaM2 },
  { key: 'confidence', zh: '置信度', digits: 3, of: (row) => row.confidence },
  { key: 'patches', zh: '图斑数', digits: 0, of: (row) => row.patches },
  { key: 'lon', zh: '经度', digits: 6, of: (row) => row.lon },
  { key: 'lat', zh: '纬度', digits: 6, of: (row) => row.lat },
  { key: 'persons_per_km2', zh: '人口密度', digits: 0, of: (row) => row.personsPerKm2 },
  { key: 'night_light', zh: '夜间灯光', digits: 2, of: (row) => row.nightLight },
  { key: 'screened', zh: '筛除原因', of: (row) => row.screened.join(' ') },
];

const measureNames: Readonly<Record<(typeof classMeasures)[number], string>> = {
  precision: '精确率',
  recall: '召回率',
  f1: 'F1',
  iou: 'IoU',
  areaBias: '面积偏差',
  expectedBias: '期望面积偏差',
};

/** Polygons as GeoJSON, under the names of the table. */
export function polygonMap(rows: readonly VacantPolygon[]): LandCollection {
  return collectionOf(
    rows.map((row) => ({
      type: 'Feature',
      id: row.id,
      properties: Object.fromEntries(polygonColumns.map(({ key, of }) => [key, of(row)])),
      geometry: row.geometry,
    })),
  );
}

/** Tables of an answer: polygons, how right they are, where to label next, and plots. */
export function landSheets(answer: VacantLandAnswer): readonly Sheet[] {
  const { accuracy, parcels } = answer;
  return [
    sheetOfNamed(
      'polygons',
      { en: 'pieces of the classes looked for', zh: '所查地类的地块' },
      polygonColumns,
      answer.polygons,
    ),
    ...(accuracy === null ? [] : accuracySheets(accuracy)),
    sheetOfNamed(
      'label_next',
      { en: 'blocks in which labels would teach most', zh: '建议优先补充标注的区块' },
      [
        { key: 'column', zh: '列', digits: 0, of: (row) => row.column },
        { key: 'row', zh: '行', digits: 0, of: (row) => row.row },
        { key: 'uncertainty', zh: '不确定性', digits: 3, of: (row) => row.uncertainty },
        { key: 'unlabelled', zh: '未标注图斑', digits: 0, of: (row) => row.unlabelled },
        ...['west', 'south', 'east', 'north'].map((key, at) => ({
          key,
          zh: ['西', '南', '东', '北'][at] as string,
          digits: 6,
          of: (row: VacantLandAnswer['labelNext'][number]) => row.box[at] as number,
        })),
      ],
      answer.labelNext,
    ),
    ...(parcels === null
      ? []
      : [
          sheetOfNamed(
            'parcels',
            { en: 'vacant share of each plot', zh: '各地块的空地占比' },
            [
              { key: 'parcel', zh: '地块', of: (row) => row.parcel },
              { key: 'vacant_share', zh: '空地占比', digits: 3, of: (row) => row.vacantShare },
              { key: 'vacant_m2', zh: '空地面积', digits: 1, of: (row) => row.vacantM2 },
              { key: 'judged_m2', zh: '判别面积', digits: 1, of: (row) => row.judgedM2 },
              { key: 'judged_share', zh: '判别面积占比', digits: 3, of: (row) => row.judgedShare },
            ],
            parcels,
          ),
        ]),
  ];
}

function accuracySheets(accuracy: LandAccuracy): readonly Sheet[] {
  const { classes } = accuracy;
  const figures = classes.flatMap((name) =>
    classMeasures.map((measure) => ({ name, measure, ...(accuracy[measure][name] as FigureRange) })),
  );
  return [
    sheetOfNamed(
      'accuracy',
      { en: 'agreement with labels by class, with 95 % intervals', zh: '各地类精度及 95% 区间' },
      [
        { key: 'class', zh: '地类', of: ({ name }) => name },
        { key: 'measure', zh: '指标', of: ({ measure }) => measure },
        {
          key: 'name',
          zh: '指标名称',
          of: ({ measure }) => (measureNames as Readonly<Record<string, string>>)[measure] ?? '总体精度',
        },
        { key: 'value', zh: '数值', digits: 3, of: ({ value }) => value },
        { key: 'low', zh: '下限', digits: 3, of: ({ low }) => low },
        { key: 'high', zh: '上限', digits: 3, of: ({ high }) => high },
      ],
      [{ name: '', measure: 'overall', ...accuracy.overall }, ...figures],
    ),
    sheetOfNamed(
      'confusion',
      { en: 'patches by label (row) and by what was told (column)', zh: '混淆矩阵：行为标注，列为判别' },
      [
        { key: 'label', zh: '标注', of: (row: number) => classes[row] as string },
        ...classes.map((name, at) => ({
          key: name,
          zh: name,
          digits: 0,
          of: (row: number) => accuracy.confusion[row]?.[at] as number,
        })),
      ],
      [...classes.keys()],
    ),
    sheetOfNamed(
      'folds',
      { en: 'each part of the blocks that was held out', zh: '各折检验结果' },
      [
        { key: 'fold', zh: '折', digits: 0, of: ({ fold }) => fold },
        { key: 'blocks', zh: '区块', digits: 0, of: ({ blocks }) => blocks },
        { key: 'patches', zh: '图斑', digits: 0, of: ({ patches }) => patches },
        { key: 'overall', zh: '总体精度', digits: 3, of: (row) => row.overall },
        ...classes.map((name) => ({
          key: `f1 ${name}`,
          zh: `F1 ${name}`,
          digits: 3,
          of: (row: LandAccuracy['folds'][number]) => row.f1[name] as number | null,
        })),
      ],
      accuracy.folds,
    ),
  ];
}
