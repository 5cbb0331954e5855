import type { CodeDefinition } from './definition.js';

/** Kept runs of the measurement of sinking ground. */
export const groundCodes = {
  GROUND_RUN_UNKNOWN: {
    http: 404,
    message: { en: 'no kept run is called {where}', zh: '没有名为 {where} 的已保存沉陷计算' },
    remedy: {
      en: 'GET /api/subsidence and the page Subsidence list the runs; afterlode subsidence … --keep NAME keeps one.',
      zh: '可在“地面沉陷”页面或 GET /api/subsidence 查看列表；用 afterlode subsidence … --keep 名称 保存。',
    },
  },
  GROUND_RUN_DAMAGED: {
    http: 500,
    message: {
      en: 'the kept run {where} cannot be read: {found}',
      zh: '已保存的沉陷计算 {where} 无法读取：{found}',
    },
    remedy: {
      en: 'Remove its folder from the workspace and keep the run again, or restore a backup.',
      zh: '请从工作区删除该文件夹后重新计算保存，或恢复备份。',
    },
  },
  GROUND_NO_RASTER: {
    http: 400,
    message: {
      en: 'the run {where} is one of points, which have no raster to draw or to ask',
      zh: '沉陷计算 {where} 为点数据，没有可绘制或查询的栅格',
    },
    remedy: {
      en: 'GET /api/subsidence/ID/points and points.csv of the results have its rates.',
      zh: '各点速率见 GET /api/subsidence/编号/points 或结果中的 points.csv。',
    },
  },
  GROUND_NO_POINTS: {
    http: 400,
    message: {
      en: 'the run {where} is one of a raster, which has cells and no points',
      zh: '沉陷计算 {where} 为栅格数据，只有像元而没有点',
    },
    remedy: {
      en: 'Ask GET /api/subsidence/ID/grid for its rates, and for a series by lon and lat or column and row.',
      zh: '请用 GET /api/subsidence/编号/grid 查询速率，用经纬度或行列号查询序列。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
