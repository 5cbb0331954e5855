import type { CodeDefinition } from './definition.js';

/** Faults and doubts of plots and buildings. */
export const landCodes = {
  LAND_PLANE: {
    http: 400,
    message: {
      en: '{where}: areas cannot be measured in {found}: its units are degrees, or metres that grow with latitude',
      zh: '{where}：不能在 {found} 中量算面积：其单位为度，或随纬度放大的米',
    },
    remedy: {
      en: 'Leave `--metres` out for an equal-area plane, or name a plane system in metres such as EPSG:4549.',
      zh: '请去掉 `--metres` 以使用等积投影，或指定以米为单位的平面坐标系，如 EPSG:4549。',
    },
  },
  LAND_WEB_MAP: {
    http: 400,
    message: {
      en: '{where} is in web-map metres ({found}), in which areas are {factor} times too large there; an equal-area plane was used',
      zh: '{where} 采用网络地图坐标（{found}），当地面积会放大 {factor} 倍；已改用等积投影量算',
    },
    remedy: {
      en: 'Nothing needs to be done. Another plane is named with `--metres EPSG:n`.',
      zh: '无需处理。如需其他平面坐标系，可用 `--metres EPSG:n` 指定。',
    },
  },
  LAND_CRS_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: the position {x}, {y} is not in degrees, as {found} says',
      zh: '{where}：坐标 {x}, {y} 不是经纬度，而 {found}',
    },
    remedy: {
      en: 'Name the reference system with `--crs EPSG:n` (of labels `--labels-crs EPSG:n`) or in the member `crs`; metres of web maps are EPSG:3857.',
      zh: '请用 `--crs EPSG:n`（标注用 `--labels-crs EPSG:n`）或 `crs` 成员写明坐标系；网络地图的米制坐标为 EPSG:3857。',
    },
  },
  LAND_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; its columns stand in docs/methods/locate/inefficient-land.md.',
      zh: '请改正表格；列的说明见 docs/methods/locate/inefficient-land.md。',
    },
  },
  LAND_PLOT_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: {found} rows name plots that are not in the layer, the first is {first}',
      zh: '{where}：{found} 行的地块不在图层中，首个为 {first}',
    },
    remedy: {
      en: 'Check the ids of both; `--plot-id` names the property that holds them.',
      zh: '请核对两处编号；可用 `--plot-id` 指定编号属性。',
    },
  },
  LAND_OVERLAP: {
    http: 400,
    message: {
      en: '{where}: {percent} % of the area lies on one another and counts twice',
      zh: '{where}：{percent}% 的面积相互重叠，被重复计入',
    },
    remedy: {
      en: 'Merge parts that are one building, or correct the borders of plots.',
      zh: '请合并属于同一建筑的部分，或改正地块边界。',
    },
  },
  LAND_STOREYS_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} buildings have neither storeys nor height; plots with them have no floor-area ratio',
      zh: '{where}：{expected} 栋建筑中有 {found} 栋既无层数也无高度；所在地块没有容积率',
    },
    remedy: {
      en: 'Add a property storeys or height_m. A least ratio, with one storey each, is given beside.',
      zh: '请补充 storeys 或 height_m 属性。结果另给按一层计的容积率下限。',
    },
  },
  LAND_OUTSIDE: {
    http: 400,
    message: {
      en: '{where}: {percent} % of the built area lies on no plot',
      zh: '{where}：{percent}% 的建筑基底面积不在任何地块上',
    },
    remedy: {
      en: 'Nothing needs to be done where plots cover a part of the city only; else check the reference systems.',
      zh: '若地块只覆盖部分城区则无需处理，否则请检查坐标系。',
    },
  },
  LAND_PEERS_FEW: {
    http: 400,
    message: {
      en: 'industry {where}: too few of its {found} plots have a value to make a median; {items} are not judged',
      zh: '行业 {where}：{found} 块地中有值的太少，无法计算中位数；{items} 不作评价',
    },
    remedy: {
      en: 'Give more plots of the industry, or change the parameter land_peers_minimum.',
      zh: '请提供该行业更多地块，或修改参数 land_peers_minimum。',
    },
  },
  LAND_INDUSTRY_UNKNOWN: {
    http: 400,
    message: {
      en: 'industry {where} ({found} plots) is in no text of the catalog: its floor-area ratio is not judged',
      zh: '行业 {where}（{found} 块地）不在目录的任何控制指标中：容积率不作评价',
    },
    remedy: {
      en: 'Name it by id or label of `catalog/land_rules/`, by a code with `--industry-codes`, or add a local text there.',
      zh: '请使用 `catalog/land_rules/` 中的 id 或名称，或用 `--industry-codes` 指明代码的分类标准，或在其中添加地方标准。',
    },
  },
  LAND_RULE_OLDER: {
    http: 400,
    message: {
      en: '{where} says nothing of {items}; the earlier text {found} was asked',
      zh: '{where} 未载 {items}；采用较早的 {found}',
    },
    remedy: {
      en: 'Fill in the newer text in `catalog/land_rules/`, or name one text with `--rules`.',
      zh: '请在 `catalog/land_rules/` 中填写新文本，或用 `--rules` 指定一个文本。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
