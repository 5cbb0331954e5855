import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of zonal statistics. */
export const zonalWords = {
  zonal: say('分区统计', 'Zones'),
  zonalTitle: say('栅格分区统计', 'Zonal statistics'),
  zonalText: say(
    '选择或拖入一个 GeoTIFF 栅格和一个 GeoJSON 分区文件。每个像元按落在分区内的精确面积份额计入，边界像元只计一部分；缺失像元不参与。',
    'Choose or drop a GeoTIFF and a GeoJSON of zones. Each cell counts by the exact share of its area inside the zone, so that cells on the border count in part; missing cells take no part.',
  ),
  zonalRaster: say('栅格（GeoTIFF）', 'Raster (GeoTIFF)'),
  zonalWeights: say('权重栅格（可选，网格相同）', 'Weights (optional, same grid)'),
  zonalZones: say('分区（GeoJSON）', 'Zones (GeoJSON)'),
  zonalSending: say('正在上传栅格', 'Sending the raster'),
  zonalFacts: say(
    '{name}：{width} × {height} 像元，波段数 {bands}，{crs}，{missing}',
    '{name}: {width} × {height} cells, bands: {bands}, {crs}, {missing}',
  ),
  zonalCrsUnsaid: say('未写明坐标系', 'reference system not stated'),
  zonalMissing: say('缺失值为 {value}', '{value} is missing'),
  zonalNoMissing: say('无缺失值标记，0 也是数值', 'nothing marks missing cells, so 0 is a value'),
  zonalZoneFacts: say('{name}：{n} 个分区，{crs}', '{name}: {n} zones, {crs}'),
  zonalBand: say('波段', 'Band'),
  zonalAllBands: say('全部 {n} 个波段', 'all {n} bands'),
  zonalName: say('分区名称取自', 'Name of a zone'),
  zonalNameUsual: say('id 或序号', 'id, else number'),
  zonalZonesCrs: say('分区坐标系', 'Reference system of the zones'),
  zonalRasterCrs: say('栅格坐标系', 'Reference system of the raster'),
  zonalReproject: say('将分区转换到栅格坐标系', 'Bring the zones into the system of the raster'),
  zonalStatistics: say('统计量', 'Statistics'),
  zonalCompute: say('计算', 'Compute'),
  zonalBusy: say('正在计算', 'Computing'),
  zonalColour: say('着色', 'Colour by'),
  zonalZone: say('分区', 'Zone'),
  method_zonal: say('分区统计', 'Zonal statistics'),
  zonalCsv: say('下载 CSV', 'Download CSV'),
  zonalMap: say('分区地图，按{what}着色', 'Map of the zones, coloured by {what}'),
  zonal_count: say('像元数', 'count'),
  zonal_sum: say('总和', 'sum'),
  zonal_mean: say('均值', 'mean'),
  zonal_min: say('最小值', 'minimum'),
  zonal_max: say('最大值', 'maximum'),
  zonal_stdev: say('标准差', 'standard deviation'),
  zonal_median: say('中位数', 'median'),
  zonal_q90: say('90% 分位数', '90 % quantile'),
  zonal_variety: say('取值种数', 'different values'),
  zonal_majority: say('众数', 'majority'),
} satisfies Record<string, Text>;
