import type { CodeDefinition } from './definition.js';

/** Faults of layers that users put on maps. */
export const layerCodes = {
  LAYER_NOT_JSON: {
    http: 400,
    message: { en: '{where} is not JSON: {found}', zh: '{where} 不是 JSON：{found}' },
    remedy: {
      en: 'Give a GeoJSON file; other formats are converted by a GIS (QGIS: Export, Save Features As).',
      zh: '请提供 GeoJSON 文件；其他格式可用 GIS 软件转换（QGIS：导出 → 要素另存为）。',
    },
  },
  LAYER_EMPTY: {
    http: 400,
    message: {
      en: '{where} has nothing to draw: found {found}, expected GeoJSON with polygons, lines or points',
      zh: '{where} 中没有可绘制的内容：实为 {found}，应为含多边形、线或点的 GeoJSON',
    },
    remedy: { en: 'Give a file with at least one geometry.', zh: '请提供至少含一个几何要素的文件。' },
  },
  LAYER_CRS: {
    http: 400,
    message: {
      en: '{where} states the reference system {found}; layers are drawn from longitude and latitude of WGS 84',
      zh: '{where} 声明的坐标系为 {found}；图层只接受 WGS 84 经纬度',
    },
    remedy: {
      en: 'Export the file anew in EPSG:4326 (QGIS: Save Features As, CRS EPSG:4326).',
      zh: '请改用 EPSG:4326 重新导出（QGIS：要素另存为，坐标系 EPSG:4326）。',
    },
  },
  LAYER_POSITION: {
    http: 400,
    message: {
      en: '{where}: {found} is no longitude and latitude in degrees',
      zh: '{where}：{found} 不是以度为单位的经纬度',
    },
    remedy: {
      en: 'Correct the geometry, or export the file in longitude and latitude of WGS 84 (EPSG:4326).',
      zh: '请改正该几何要素，或以 WGS 84 经纬度（EPSG:4326）重新导出。',
    },
  },
  LAYER_TOO_LARGE: {
    http: 400,
    message: {
      en: '{where} has {found}, at most {expected} are read',
      zh: '{where} 为 {found}，最多读取 {expected}',
    },
    remedy: {
      en: 'Simplify the geometry or make a PMTiles file of it, which is read piece by piece.',
      zh: '请简化几何要素，或制成可分块读取的 PMTiles 文件。',
    },
  },
  LAYER_KIND: {
    http: 400,
    message: {
      en: '{where} is no layer: {found}; expected .geojson, .json or .pmtiles with vector tiles or pictures',
      zh: '{where} 不是图层：{found}；应为 .geojson、.json 或含矢量瓦片、图片的 .pmtiles',
    },
    remedy: { en: 'Choose another file.', zh: '请另选文件。' },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>;
