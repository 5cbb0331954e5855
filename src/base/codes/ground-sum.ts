import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the sum of the five kinds and of double-high zones. */
export const groundSumCodes = {
  GROUND_LAYER: {
    http: 400,
    message: {
      en: '{where}: the property {property} is {found}, expected {expected}',
      zh: '{where}：属性 {property} 为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give the GeoJSON that the command of the kind writes; its properties stand in docs/methods/locate/ground-sum.md.',
      zh: '请使用相应命令写出的 GeoJSON；所需属性见 docs/methods/locate/ground-sum.md。',
    },
  },
  GROUND_POINTS: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give a table with the columns lon and lat in degrees, or GeoJSON with points.',
      zh: '请提供含 lon、lat 列（以度为单位）的表格，或点要素 GeoJSON。',
    },
  },
  GROUND_GRID: {
    http: 400,
    message: {
      en: '{where}: cells of {found} m over {wide} × {high} km are more than {expected}',
      zh: '{where}：{wide} × {high} 千米范围内边长 {found} 米的网格超过 {expected} 个',
    },
    remedy: {
      en: 'Check the reference systems and positions: one may lie far from the rest. Else take larger cells.',
      zh: '请检查坐标系和位置，可能有要素远离其余要素；否则请加大网格边长。',
    },
  },
  GROUND_EMPTY: {
    http: 400,
    message: {
      en: '{where}: there is nothing in it, and no study area says where',
      zh: '{where}：没有任何要素，也没有给出调查范围',
    },
    remedy: {
      en: 'Name the study area with `--area`, or leave the file out.',
      zh: '请用 `--area` 给出调查范围，或不使用该文件。',
    },
  },
  GROUND_AREA_UNKNOWN: {
    http: 400,
    message: {
      en: '{where} holds only what was found of {kind}: cells without any are missing, as nobody says where it was looked for',
      zh: '{where} 只含已发现的 {kind}：其余网格按缺失处理，因为没有说明调查了哪些范围',
    },
    remedy: {
      en: 'Name the ground that was looked at with `--area`, or with `--covered` for one kind.',
      zh: '请用 `--area` 给出调查范围，或用 `--covered` 为某一类单独给出。',
    },
  },
  GROUND_OUTSIDE: {
    http: 400,
    message: {
      en: '{where}: {percent} % of its area lies where nobody looked, and is not counted',
      zh: '{where}：{percent}% 的面积位于调查范围之外，未计入',
    },
    remedy: {
      en: 'Check that the study area is that of the layer.',
      zh: '请核对调查范围与该图层是否一致。',
    },
  },
  GROUND_STREETS_BESIDE: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} streets lie on no parcel nor within {reach} m of one, and have no part',
      zh: '{where}：{expected} 条街段中有 {found} 条不在任何地块上，也不在其 {reach} 米范围内，未计入',
    },
    remedy: {
      en: 'Count streets that pass a parcel with `--street-reach M`, such as half the width between parcels.',
      zh: '可用 `--street-reach M` 计入地块旁的街道，例如取地块间距的一半。',
    },
  },
  GROUND_UNPLACED: {
    http: 400,
    message: {
      en: '{where}: {found} entries have no position and are not counted',
      zh: '{where}：{found} 条没有位置，未计入',
    },
    remedy: {
      en: 'Add longitude and latitude where they are known.',
      zh: '如已知位置，请补充经纬度。',
    },
  },
  GROUND_OTHER_YEARS: {
    http: 400,
    message: {
      en: '{where}: {found} entries are of other years than {expected} and are not counted',
      zh: '{where}：{found} 条不属于 {expected} 年，未计入',
    },
    remedy: {
      en: 'Leave `--period` out to count all years.',
      zh: '如需计入所有年份，请不要给出 `--period`。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
