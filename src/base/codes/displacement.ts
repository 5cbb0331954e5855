import type { CodeDefinition } from './definition.js';

/** Displacement series from radar stacks. */
export const displacementCodes = {
  DISPLACEMENT_PAIRS: {
    http: 400,
    message: {
      en: 'pair {where}: found {found}, expected {expected}',
      zh: '干涉对 {where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct pairs.csv: columns file, first, second; dates as 2018-01-30.',
      zh: '请改正 pairs.csv：列为 file、first、second，日期如 2018-01-30。',
    },
  },
  DISPLACEMENT_REFERENCE: {
    http: 400,
    message: { en: 'reference, {where}: {found}', zh: '参考区，{where}：{found}' },
    remedy: {
      en: 'Choose ground that every pair shows and that stands still: --reference ROW,COL,HALF, counted from 0.',
      zh: '请选择每个干涉对都有数值且稳定的位置：--reference 行,列,半宽，从 0 起数。',
    },
  },
  DISPLACEMENT_REFERENCE_MOVES: {
    http: 400,
    message: {
      en: 'the reference {where} may itself be moving: half of the tied ground moves faster than {speed} mm a year against it (limit {limit}), {rising} % rises, up to {highest} mm a year, {sinking} % sinks',
      zh: '参考区 {where} 本身可能在移动：一半可联测地面相对它的速率超过 {speed} 毫米/年（限值 {limit}），{rising} % 上升，最大 {highest} 毫米/年，{sinking} % 下沉',
    },
    remedy: {
      en: 'Radar tells differences only. Name ground that is known to stand still: --reference ROW,COL,HALF, or a product levelled to benchmarks.',
      zh: '雷达只能测得相对形变。请指定已知稳定的位置：--reference 行,列,半宽；或改用经水准点校正的产品。',
    },
  },
  DISPLACEMENT_REFERENCE_NONE: {
    http: 400,
    message: {
      en: '{where}: no window of {expected} cells has a value in every pair, so that no reference can be picked',
      zh: '{where}：没有一个 {expected} 像元的窗口在每个干涉对中都有数值，无法自动选取参考区',
    },
    remedy: {
      en: 'Name one with --reference ROW,COL,HALF, or leave the pair with the most gaps out of pairs.csv.',
      zh: '请用 --reference 行,列,半宽 指定参考区，或从 pairs.csv 中去掉空缺最多的干涉对。',
    },
  },
  DISPLACEMENT_FILE: {
    http: 400,
    message: {
      en: '{where} names {found}, which lies neither beside it nor in unw/',
      zh: '{where} 列出的 {found} 既不在同一文件夹，也不在 unw/ 中',
    },
    remedy: {
      en: 'Add the file, or remove its row from pairs.csv.',
      zh: '请补上该文件，或从 pairs.csv 中删除该行。',
    },
  },
  DISPLACEMENT_LAYOUT: {
    http: 400,
    message: {
      en: '{where} is no stack that is read; expected {expected}',
      zh: '{where} 不是可读取的干涉数据；应为 {expected}',
    },
    remedy: {
      en: 'Write a pairs.csv with the columns file, first, second beside the unwrapped GeoTIFFs.',
      zh: '请在解缠 GeoTIFF 旁写一份 pairs.csv，列为 file、first、second。',
    },
  },
  DISPLACEMENT_WAVELENGTH: {
    http: 400,
    message: {
      en: '{where}: no wavelength of the radar; found {found}, expected metres',
      zh: '{where}：缺少雷达波长；现有 {found}，应以米为单位',
    },
    remedy: {
      en: 'Give --wavelength M (Sentinel-1 0.0555, ALOS-2 0.2424), or wavelength_m in info.json of the folder.',
      zh: '请用 --wavelength 给出（Sentinel-1 为 0.0555，ALOS-2 为 0.2424，单位米），或写入文件夹 info.json 的 wavelength_m。',
    },
  },
  DISPLACEMENT_COHERENCE: {
    http: 400,
    message: {
      en: '{where}: weights by coherence are wanted, but pair {found} has no coherence',
      zh: '{where}：要求按相干性加权，但干涉对 {found} 没有相干性文件',
    },
    remedy: {
      en: 'Put a GeoTIFF with the same two dates in its name into cc/, or use --weights equal.',
      zh: '请在 cc/ 中放入文件名含相同两个日期的 GeoTIFF，或用 --weights equal。',
    },
  },
  DISPLACEMENT_COMPONENT: {
    http: 400,
    message: {
      en: '{where}: connected components are to be looked at, but {found} has none',
      zh: '{where}：要求查看连通分量，但 {found} 没有连通分量文件',
    },
    remedy: {
      en: 'Keep .unw.conncomp beside each pair (ISCE) or connectComponent in the file (MintPy), or leave --connected out.',
      zh: '请在每个干涉对旁保留 .unw.conncomp（ISCE），或在文件中保留 connectComponent（MintPy）；否则不要使用 --connected。',
    },
  },
  DISPLACEMENT_SIGN: {
    http: 400,
    message: {
      en: '{where}: raw unwrapped phase does not say which direction is positive',
      zh: '{where}：原始解缠相位没有说明正值的方向',
    },
    remedy: {
      en: 'Give --positive away where positive phase is a longer way to the satellite (phase of the earlier image less that of the later), else --positive towards. Ground that is known to sink tells: its rates must come out negative.',
      zh: '正相位表示离卫星变远（早期影像相位减去后期）时用 --positive away，反之用 --positive towards。可用已知下沉的地面检验：其速率应为负值。',
    },
  },
  DISPLACEMENT_BASELINE: {
    http: 400,
    message: {
      en: '{where}: the error of the elevation model needs perpendicular baselines; found {found}',
      zh: '{where}：估计高程误差需要垂直基线；现有：{found}',
    },
    remedy: {
      en: 'Add a column bperp_m to pairs.csv, keep the file baselines of LiCSAR, use ifgramStack.h5 of MintPy, or leave --dem-error out.',
      zh: '请在 pairs.csv 中添加 bperp_m 列，保留 LiCSAR 的 baselines 文件，或使用 MintPy 的 ifgramStack.h5；否则不要使用 --dem-error。',
    },
  },
  DISPLACEMENT_TERMS: {
    http: 400,
    message: {
      en: '{where}: {found} dates do not tell {expected} unknowns of the line and its terms apart',
      zh: '{where}：{found} 个日期无法分辨直线及附加项的 {expected} 个未知数',
    },
    remedy: {
      en: 'Leave --season, --acceleration or --dem-error out, or give more dates. Baselines that are all alike, or grow with time, say nothing of heights.',
      zh: '请去掉 --season、--acceleration 或 --dem-error，或增加日期。基线都相同或随时间线性变化时无法估计高程误差。',
    },
  },
  DISPLACEMENT_LOOK: {
    http: 400,
    message: {
      en: '{where}: nobody says {found} of the track',
      zh: '{where}：没有说明该轨道的{found}',
    },
    remedy: {
      en: 'Give {option}, or incidence_deg, heading_deg and slant_range_m in info.json of the stack.',
      zh: '请用 {option} 给出，或写入数据文件夹 info.json 的 incidence_deg、heading_deg 与 slant_range_m。',
    },
  },
  DISPLACEMENT_TRACKS: {
    http: 400,
    message: {
      en: '{where} and {expected} cannot be joined: {found}',
      zh: '{where} 与 {expected} 无法合并：{found}',
    },
    remedy: {
      en: 'Give two stacks of the same ground, one of an ascending and one of a descending track, each with its --heading and --incidence.',
      zh: '请提供同一地区的升轨与降轨两组数据，并分别给出 --heading 与 --incidence。',
    },
  },
  DISPLACEMENT_TRACK_DATES: {
    http: 200,
    message: {
      en: '{where} ends {found}, before {expected} begins: up and east are those of ground that moves evenly',
      zh: '{where} 止于 {found}，早于 {expected} 开始：垂直与东西向结果仅在匀速运动时成立',
    },
    remedy: {
      en: 'Choose pairs of the same years for both tracks.',
      zh: '请为两条轨道选择相同年份的干涉对。',
    },
  },
  DISPLACEMENT_INCIDENCE: {
    http: 400,
    message: {
      en: '{where}: {found} is no angle of incidence; expected degrees from the vertical, above 0 and below 90',
      zh: '{where}：{found} 不是入射角；应为与垂线的夹角（度），大于 0 且小于 90',
    },
    remedy: {
      en: 'Give a raster of incidence in degrees. Radians, or angles from the horizontal, have to be turned into them first.',
      zh: '请提供以度为单位的入射角栅格；弧度或与水平面的夹角须先换算。',
    },
  },
  DISPLACEMENT_EMPTY: {
    http: 400,
    message: { en: '{where} has no value in any cell', zh: '{where} 没有任何有效像元' },
    remedy: {
      en: 'Make the file again, or remove its row from pairs.csv. A phase of exactly 0 is missing.',
      zh: '请重新生成该文件，或从 pairs.csv 中删除该行。相位恰为 0 视为缺失。',
    },
  },
  DISPLACEMENT_NO_PIXELS: {
    http: 400,
    message: {
      en: '{where}: no cell has a value in {expected} pairs; the most is {found} of {pairs}',
      zh: '{where}：没有像元在 {expected} 个干涉对中有数值；最多为 {found} 个（共 {pairs} 个干涉对）',
    },
    remedy: {
      en: 'Give more pairs, or ask for fewer with --minimum-observations N.',
      zh: '请增加干涉对，或用 --minimum-observations 降低要求。',
    },
  },
  DISPLACEMENT_UNTIED: {
    http: 200,
    message: {
      en: '{where}: {found} of {pixels} pixels are not tied over all dates; their rates are left out',
      zh: '{where}：{pixels} 个像元中有 {found} 个未能在全部日期上联测；不给出其速率',
    },
    remedy: {
      en: 'cumulative_mm.tif holds their least-norm series, tied.tif marks them; more pairs would tie them.',
      zh: 'cumulative_mm.tif 中为其最小范数序列，tied.tif 有标记；增加干涉对可使其联测。',
    },
  },
  DISPLACEMENT_PARTS: {
    http: 200,
    message: {
      en: '{where}: no pair joins the dates {first} and {second}: the network falls into {found} parts and no pixel is tied',
      zh: '{where}：没有干涉对连接 {first} 与 {second}：网络分为 {found} 个部分，所有像元都未联测',
    },
    remedy: {
      en: 'Add a pair that joins the parts.',
      zh: '请增加连接各部分的干涉对。',
    },
  },
  DISPLACEMENT_PRODUCT: {
    http: 400,
    message: {
      en: '{where} is no displacement series that is read: found {found}, expected {expected}',
      zh: '{where} 不是可读取的形变序列：现有 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give timeseries*.h5 of MintPy, cum.h5 of LiCSBAS, a GeoTIFF with a date as the name of each band, or a CSV of points with a column for each date.',
      zh: '请提供 MintPy 的 timeseries*.h5、LiCSBAS 的 cum.h5、各波段以日期命名的 GeoTIFF，或每个日期一列的点位 CSV。',
    },
  },
  DISPLACEMENT_UNIT: {
    http: 400,
    message: {
      en: '{where} does not say the unit of its displacement; found {found}',
      zh: '{where} 没有写明形变的单位；现有 {found}',
    },
    remedy: { en: 'Give --unit mm, cm or m.', zh: '请用 --unit 给出 mm、cm 或 m。' },
  },
} as const satisfies Record<string, CodeDefinition>;
