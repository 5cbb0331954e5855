import type { CodeDefinition } from './definition.js';

/** Faults and doubts of zones and of statistics over them. */
export const zonalCodes = {
  ZONES_NOT_JSON: {
    http: 400,
    message: {
      en: '{where} is not JSON: {found}',
      zh: '{where} 不是 JSON：{found}',
    },
    remedy: {
      en: 'Give zones as GeoJSON; other formats are converted by a GIS (QGIS: Export, Save Features As).',
      zh: '请提供 GeoJSON 格式的分区；其他格式可用 GIS 软件转换（QGIS：导出 → 要素另存为）。',
    },
  },
  ZONES_NO_FEATURES: {
    http: 400,
    message: {
      en: '{where} has no zones: found {found}, expected a GeoJSON FeatureCollection, Feature, Polygon or MultiPolygon',
      zh: '{where} 中没有分区：实为 {found}，应为 GeoJSON 的 FeatureCollection、Feature、Polygon 或 MultiPolygon',
    },
    remedy: { en: 'Give at least one polygon.', zh: '请至少提供一个多边形。' },
  },
  ZONES_GEOMETRY: {
    http: 400,
    message: {
      en: '{where}: {found}; expected {expected}',
      zh: '{where}：{found}；应为 {expected}',
    },
    remedy: {
      en: 'Correct this feature or leave it out; a zone is a Polygon or MultiPolygon.',
      zh: '请改正或去掉该要素；分区须为 Polygon 或 MultiPolygon。',
    },
  },
  ZONES_ID_TWICE: {
    http: 400,
    message: {
      en: '{where}: the id "{found}" stands at features {first} and {second}',
      zh: '{where}：id“{found}”在第 {first} 和第 {second} 个要素中重复',
    },
    remedy: {
      en: 'Give each zone an id of its own, or name another property with `--zone-id`; parts of one zone belong in one MultiPolygon.',
      zh: '请为每个分区取不同的 id，或用 `--zone-id` 指定其他属性；同一分区的各部分应合为一个 MultiPolygon。',
    },
  },
  ZONES_ID_MISSING: {
    http: 400,
    message: {
      en: '{where}: feature {first} has no {found}, others have',
      zh: '{where}：第 {first} 个要素没有 {found}，其他要素有',
    },
    remedy: {
      en: 'Give every zone one, or name another property with `--zone-id`.',
      zh: '请为每个分区补上，或用 `--zone-id` 指定其他属性。',
    },
  },
  ZONES_NUMBERED: {
    http: 400,
    message: {
      en: '{where}: no feature has an id, so zones are numbered from 1 in the order of the file',
      zh: '{where}：要素没有 id，分区按文件顺序从 1 编号',
    },
    remedy: {
      en: 'Name a property with `--zone-id`, for example {expected}.',
      zh: '可用 `--zone-id` 指定属性，如 {expected}。',
    },
  },
  ZONES_CRS_UNKNOWN: {
    http: 400,
    message: {
      en: '{where} does not say in which reference system its coordinates are; the raster is in {expected}',
      zh: '{where} 未说明坐标参照系；栅格为 {expected}',
    },
    remedy: {
      en: 'State it with `--zones-crs EPSG:n`; GeoJSON by RFC 7946 is `--zones-crs EPSG:4326`.',
      zh: '请用 `--zones-crs EPSG:n` 写明；符合 RFC 7946 的 GeoJSON 为 `--zones-crs EPSG:4326`。',
    },
  },
  ZONES_CRS_DIFFERENT: {
    http: 400,
    message: {
      en: '{where} is in {found}, the raster in {expected}',
      zh: '{where} 的坐标系为 {found}，栅格为 {expected}',
    },
    remedy: {
      en: 'Ask for `--reproject-zones`, or give zones in the reference system of the raster.',
      zh: '请加 `--reproject-zones`，或提供与栅格坐标系一致的分区。',
    },
  },
  ZONES_CRS_CONTRADICTION: {
    http: 400,
    message: {
      en: '{where} says {found}, the call says {expected}',
      zh: '{where} 写明 {found}，命令写明 {expected}',
    },
    remedy: {
      en: 'Leave the option out, or correct the file: one of both is wrong.',
      zh: '请去掉该选项或改正文件：两者必有一误。',
    },
  },
  ZONES_NOT_PROJECTED: {
    http: 400,
    message: {
      en: 'zone {where}: the position {x}, {y} has no place in the reference system of the raster',
      zh: '分区 {where}：坐标 {x}, {y} 在栅格的坐标系中没有对应位置',
    },
    remedy: {
      en: 'Check the reference system of the zones, or cut the zone down to the region of the raster.',
      zh: '请检查分区的坐标系，或将分区裁剪到栅格所在区域。',
    },
  },
  ZONAL_RASTER_CRS: {
    http: 400,
    message: {
      en: '{where} does not say in which reference system it is; the zones are in {expected}',
      zh: '{where} 未说明坐标参照系；分区为 {expected}',
    },
    remedy: {
      en: 'Write it into the file; zonal statistics also take it with `--raster-crs EPSG:n`.',
      zh: '请写入文件；分区统计也可用 `--raster-crs EPSG:n` 写明。',
    },
  },
  ZONAL_WEIGHTS_BANDS: {
    http: 400,
    message: {
      en: '{where} has {found} bands, expected 1 or {expected} as the raster has',
      zh: '{where} 有 {found} 个波段，应为 1 个或与栅格相同的 {expected} 个',
    },
    remedy: {
      en: 'Give weights with one band for all, or with a band for each of the raster.',
      zh: '请提供单波段权重，或与栅格逐波段对应的权重。',
    },
  },
  ZONAL_WEIGHT_NEGATIVE: {
    http: 400,
    message: {
      en: '{where} has the weight {found} at column {column}, row {row} (from 0); expected 0 or more',
      zh: '{where} 在第 {column} 列、第 {row} 行（从 0 起）的权重为 {found}；应不小于 0',
    },
    remedy: {
      en: 'Correct the weights, or mark such cells as missing.',
      zh: '请改正权重，或将这些像元标为缺失。',
    },
  },
  ZONAL_TOO_MANY_VALUES: {
    http: 413,
    message: {
      en: '{where} has more than {found} different values; median, q90, variety and majority keep at most {expected}',
      zh: '{where} 的不同取值超过 {found} 个；median、q90、variety 和 majority 最多保存 {expected} 个',
    },
    remedy: {
      en: 'Leave these statistics out, take smaller zones, or round the raster first.',
      zh: '请去掉这些统计量、缩小分区，或先对栅格取整。',
    },
  },
  ZONAL_CROSSING: {
    http: 400,
    message: {
      en: 'zone {where} crosses itself near {x}, {y}; inside is what an odd number of its rings contains',
      zh: '分区 {where} 的边界在 {x}, {y} 附近自相交；按奇偶规则判定内部',
    },
    remedy: {
      en: 'Look at the outline there; a repaired polygon may cover other cells.',
      zh: '请检查该处边界；修复后的多边形覆盖的像元可能不同。',
    },
  },
  ZONAL_OUTSIDE: {
    http: 400,
    message: {
      en: 'zone {where}: {percent} % of its area lies outside the raster',
      zh: '分区 {where}：{percent}% 的面积在栅格范围之外',
    },
    remedy: {
      en: 'What lies outside takes no part; check the reference system if that is not meant.',
      zh: '范围外的部分不参与统计；如非本意，请检查坐标系。',
    },
  },
  ZONAL_BAND_TWICE: {
    http: 400,
    message: {
      en: '{where}: bands {first} and {second} seem to be the same: {found}',
      zh: '{where}：第 {first} 和第 {second} 波段似为同一波段：{found}',
    },
    remedy: {
      en: 'If a date stands there twice, take one of them: it would count double.',
      zh: '若同一日期出现两次，请只取其一，以免重复计入。',
    },
  },
  ZONAL_BANDS_LEFT: {
    http: 400,
    message: {
      en: '{where} has {found} bands; only band 1 was taken',
      zh: '{where} 有 {found} 个波段；只取了第 1 波段',
    },
    remedy: {
      en: 'Name others with `--band N`, or take all with `--band all`.',
      zh: '可用 `--band N` 指定其他波段，或用 `--band all` 取全部。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
