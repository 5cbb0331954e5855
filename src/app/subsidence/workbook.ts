import { classLabel } from '../../assess/index.js';
import type { Language, Text } from '../../base/index.js';
import { printSheets, type Sheet, type SheetCell, type SheetColumn } from '../../print/index.js';
import type { Workspace } from '../workspace.js';
import type { SubsidenceAnswer } from './answer.js';
import type { BuildingRow } from './tables.js';

/** What the workbook of buildings tells. */
export interface BuildingBook {
  readonly rows: readonly BuildingRow[];
  /** The measurement they come from. */
  readonly answer: Pick<SubsidenceAnswer, 'dates' | 'pixels' | 'tied' | 'reference' | 'issues' | 'zones'>;
  /** What the measurement is called: the folder or file of the stack, or the label of a kept run. */
  readonly title: string;
}

/** Equal runs give equal workbooks: no clock is read. */
const noDate = new Date(Date.UTC(2000, 0, 1));

/** Buildings on sunken ground as an XLSX workbook in one language: the list, and what it rests on. */
export function buildingWorkbook(
  ws: Pick<Workspace, 'catalog'>,
  book: BuildingBook,
  lang: Language,
): AsyncIterable<Uint8Array> {
  const title = { en: `Buildings on sunken ground: ${book.title}`, zh: `沉陷区内的建筑物：${book.title}` };
  return printSheets([listSheet(ws, book, lang), notesSheet(ws, book, lang)], { title, created: noDate });
}

interface Column {
  readonly heading: Text;
  readonly digits?: number;
  readonly of: (row: BuildingRow) => SheetCell;
}

function listSheet(ws: Pick<Workspace, 'catalog'>, { rows }: BuildingBook, lang: Language): Sheet {
  const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id)[lang];
  const columns: readonly Column[] = [
    { heading: { en: 'Building', zh: '建筑物' }, of: (row) => row.building },
    { heading: { en: 'Zone', zh: '沉陷区' }, of: (row) => row.zone },
    {
      heading: { en: 'Damage class (brick)', zh: '损坏等级（砖混）' },
      of: (row) => row.damage_class && label('damage_class', row.damage_class),
    },
    { heading: { en: 'Hazard', zh: '危险等级' }, of: (row) => label('subsidence_grade', row.hazard) },
    { heading: { en: 'Length (m)', zh: '长度（米）' }, digits: 1, of: (row) => row.length_m },
    { heading: { en: 'Width (m)', zh: '宽度（米）' }, digits: 1, of: (row) => row.width_m },
    { heading: { en: 'Height (m)', zh: '高度（米）' }, digits: 1, of: (row) => row.height_m },
    { heading: { en: 'Sunk by (mm)', zh: '下沉（毫米）' }, digits: 1, of: (row) => row.depth_mm },
    {
      heading: { en: 'Rate (mm/yr, negative sinks)', zh: '速率（毫米/年，负为下沉）' },
      digits: 1,
      of: (row) => row.rate_mm_yr,
    },
    { heading: { en: 'Tilt (mm/m)', zh: '倾斜（毫米/米）' }, digits: 2, of: (row) => row.tilt_mm_m },
    {
      heading: { en: 'Curvature (mm/m²)', zh: '曲率（毫米/米²）' },
      digits: 3,
      of: (row) => row.curvature_mm_m2,
    },
    {
      heading: { en: 'Horizontal strain (mm/m)', zh: '水平变形（毫米/米）' },
      digits: 2,
      of: (row) => row.strain_mm_m,
    },
    {
      heading: { en: 'Settlement between corners (mm)', zh: '角点间差异沉降（毫米）' },
      digits: 1,
      of: (row) => row.settlement_mm,
    },
    {
      heading: { en: 'Deflection ratio (mm/m)', zh: '挠度比（毫米/米）' },
      digits: 3,
      of: (row) => row.deflection_mm_m,
    },
    { heading: { en: 'To be read with', zh: '阅读提示' }, of: (row) => hintOf(row)[lang] },
  ];
  return {
    name: lang === 'zh' ? '建筑物' : 'buildings',
    about: {
      en: 'Buildings on sunken ground, by damage class, inside a class by deflection ratio',
      zh: '沉陷区内的建筑物，按损坏等级排列，同级内按挠度比由大到小',
    },
    columns: columns.map(
      ({ heading, digits }): SheetColumn => ({ key: heading[lang], ...(digits !== undefined && { digits }) }),
    ),
    rows: () => rowsOf(rows, columns),
    length: rows.length,
  };
}

function* rowsOf(rows: readonly BuildingRow[], columns: readonly Column[]): Iterable<readonly SheetCell[]> {
  for (const row of rows) yield columns.map(({ of }) => of(row));
}

/** The class edges know no length of the building, and a middle that is not tied is deeper than it looks. */
function hintOf(row: BuildingRow): Text {
  const length = row.length_m === null ? '–' : row.length_m.toFixed(0);
  const critique = {
    en: `${length} m long; at equal strain a longer building is damaged more`,
    zh: `长 ${length} 米；变形相同时建筑物越长损坏越重`,
  };
  if (row.tied === 1) return critique;
  return {
    en: `${critique.en}. Stands on cells that are not tied: lower bounds`,
    zh: `${critique.zh}。位于未联测像元上：数值为下限`,
  };
}

function notesSheet(ws: Pick<Workspace, 'catalog'>, book: BuildingBook, lang: Language): Sheet {
  const rows = notesOf(ws, book).map(({ what, text }) => [what[lang], text[lang]]);
  return {
    name: lang === 'zh' ? '说明与来源' : 'notes and sources',
    about: { en: 'What the list rests on, its critique and sources', zh: '列表的依据、局限与来源' },
    columns: lang === 'zh' ? [{ key: '项目' }, { key: '内容' }] : [{ key: 'what' }, { key: 'text' }],
    rows: () => rows,
    length: rows.length,
  };
}

interface Note {
  readonly what: Text;
  readonly text: Text;
}

function same(text: string): Text {
  return { en: text, zh: text };
}

function notesOf(ws: Pick<Workspace, 'catalog'>, { answer, title }: BuildingBook): readonly Note[] {
  const { dates, pixels, tied, reference, issues, zones } = answer;
  const direction = zones[0]?.direction ?? 'line_of_sight';
  return [
    { what: { en: 'Measurement', zh: '测量' }, text: same(title) },
    { what: { en: 'Dates', zh: '日期' }, text: same(`${dates[0]} – ${dates.at(-1)} (${dates.length})`) },
    {
      what: { en: 'Direction', zh: '方向' },
      text:
        direction === 'vertical'
          ? { en: 'vertical; sinking is positive down', zh: '垂直方向；下沉向下为正' }
          : {
              en: 'along the line of sight of the radar, not vertical: sinking is larger',
              zh: '雷达视线方向，非垂直方向：实际下沉更大',
            },
    },
    {
      what: { en: 'Reference', zh: '参考区' },
      text: same(`${reference.row ?? '–'}, ${reference.col ?? '–'}`),
    },
    {
      what: { en: 'Tied pixels', zh: '已联测像元' },
      text: { en: `${tied} of ${pixels}`, zh: `${pixels} 个中的 ${tied} 个` },
    },
    ...boundNotes(ws),
    {
      what: { en: 'Critique', zh: '局限' },
      text: {
        en: 'The classes have hard edges and know no length of the building; at equal strain a longer building is damaged more (Cui et al. 2021). Inside a class buildings stand by deflection ratio. Construction, age and earlier cracks are not known to the radar; only a visit tells damage.',
        zh: '等级界限生硬且未考虑建筑物长度；变形相同时建筑物越长损坏越重（崔希民等 2021）。同级内按挠度比由大到小排列。雷达不了解结构、年代和既有裂缝，实际损坏须现场核查。',
      },
    },
    {
      what: { en: 'Methods', zh: '方法' },
      text: same('docs/methods/locate/buildings.md, docs/methods/locate/bowls.md'),
    },
    ...issues.map((one) => ({ what: { en: 'Warning', zh: '提示' }, text: one.message })),
  ];
}

/** Bounds of the damage classes as the catalog has them, with their mark and reference. */
function boundNotes({ catalog }: Pick<Workspace, 'catalog'>): readonly Note[] {
  return ['tilt', 'curvature', 'strain'].flatMap((what) =>
    [1, 2, 3].flatMap((grade) => {
      const found = catalog.parameters.get(`damage_${what}_${grade}`);
      if (found === undefined || found.value === null) return [];
      const unit = what === 'curvature' ? 'mm/m²' : 'mm/m';
      const source = catalog.references.get(found.reference)?.title ?? same(found.reference);
      const bound = `${Number((found.value * 1000).toPrecision(12))} ${unit} (${found.mark})`;
      return [{ what: found.label, text: { en: `${bound}, ${source.en}`, zh: `${bound}，${source.zh}` } }];
    }),
  );
}
