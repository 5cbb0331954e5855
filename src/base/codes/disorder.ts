import type { CodeDefinition } from './definition.js';

/** Street disorder: tables of auditors, pictures, calibration, sampling. */
export const disorderCodes = {
  STREET_WEIGHTS: {
    http: 400,
    message: {
      en: '{where} are no weights of the street network: found {found}, expected {expected}',
      zh: '{where} 不是街景网络的权重：现有 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give the weights of ESPNet (p = 2, q = 8, with decoder) as safetensors; .pth files are converted with PyTorch.',
      zh: '请提供 ESPNet（p = 2、q = 8，含解码器）的 safetensors 权重；.pth 文件请先用 PyTorch 转换。',
    },
  },
  STREET_TRAINED: {
    http: 200,
    message: {
      en: '{where}: the street network was trained on Cityscapes, pictures of German streets for research use; it knows no element of disorder',
      zh: '{where}：街景网络用 Cityscapes（德国街道，限研究用途）训练，不识别任何失序要素',
    },
    remedy: {
      en: 'Check the licence for your use, and calibrate its shares with ratings of your own pictures.',
      zh: '请确认使用许可，并用本地图片评分校准其类别占比。',
    },
  },
  DISORDER_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：现有 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table: image,segment,element,present with present from 0 to 1; lengths segment,length_m; shares image,segment and a column for each class.',
      zh: '请改正表格：image,segment,element,present（present 取 0 至 1）；长度表为 segment,length_m；占比表为 image,segment 及各类别列。',
    },
  },
  DISORDER_ELEMENT: {
    http: 400,
    message: {
      en: '{where}: the list has no element "{found}"; it has {expected}',
      zh: '{where}：清单中没有要素“{found}”；现有 {expected}',
    },
    remedy: {
      en: 'Correct the name (id or label), or add the element to the list in an overlay of the catalog.',
      zh: '请改正名称（编号或标签），或在目录覆盖层中增加该要素。',
    },
  },
  DISORDER_PLAN_SIZE: {
    http: 413,
    message: {
      en: 'pictures of {where} at this spacing would be {found} points, at most {expected} are planned',
      zh: '按此间距，{where} 需布设 {found} 个采样点，最多 {expected} 个',
    },
    remedy: {
      en: 'Take a wider spacing or fewer streets, and check that positions are in the unit of their reference system.',
      zh: '请加大间距或减少街道，并检查坐标单位与坐标系是否一致。',
    },
  },
  DISORDER_LIST: {
    http: 400,
    message: {
      en: 'no list of elements of street disorder is in force on {where}',
      zh: '{where} 没有生效的街道失序要素清单',
    },
    remedy: {
      en: 'Name one with --list, or add one to catalog/disorder/.',
      zh: '请用 --list 指定，或在 catalog/disorder/ 中增加。',
    },
  },
  DISORDER_PARTLY: {
    http: 200,
    message: {
      en: '{where}: on {found} of {expected} segments not all dimensions were judged; their scores rest on those that were',
      zh: '{where}：{expected} 个街段中有 {found} 个未评完全部维度，得分仅依据已评维度',
    },
    remedy: {
      en: 'Judge the missing elements, or ask for more with --minimum-coverage.',
      zh: '请补评缺失要素，或用 --minimum-coverage 提高要求。',
    },
  },
  DISORDER_LENGTHS_NONE: {
    http: 200,
    message: {
      en: '{where}: no lengths are given, so that each of {found} segments counts once',
      zh: '{where}：未给出长度，{found} 个街段各计一次',
    },
    remedy: {
      en: 'Give --streets with lines, or --lengths with segment,length_m.',
      zh: '请用 --streets 提供街道线，或用 --lengths 提供 segment,length_m。',
    },
  },
  DISORDER_LENGTHS_SOME: {
    http: 200,
    message: {
      en: '{where}: {found} of {expected} segments have no length and take no part in the city',
      zh: '{where}：{expected} 个街段中有 {found} 个没有长度，不计入城市得分',
    },
    remedy: {
      en: 'Add their lengths, or correct the ids of the streets.',
      zh: '请补充长度，或改正街道编号。',
    },
  },
  DISORDER_YEARS: {
    http: 200,
    message: {
      en: '{where}: the pictures are from {first} to {last}; streets may have changed between',
      zh: '{where}：图片跨 {first} 至 {last} 年，其间街道可能已变化',
    },
    remedy: {
      en: 'Score each year by itself to tell change from difference.',
      zh: '请分年评分，以区分变化与差异。',
    },
  },
  DISORDER_UNCALIBRATED: {
    http: 200,
    message: {
      en: '{where}: shares of classes are no disorder; without ratings no element is scored from them',
      zh: '{where}：类别占比不等于失序；没有评分则不据此计算任何要素',
    },
    remedy: {
      en: 'Rate a few dozen of the pictures and give them with --ratings.',
      zh: '请对几十张图片评分，并用 --ratings 提供。',
    },
  },
  DISORDER_CALIBRATION: {
    http: 200,
    message: {
      en: '{where}: {images} rated pictures do not tie {found} to its numbers (skill {skill}); the element is left out',
      zh: '{where}：{images} 张已评分图片未能校准{found}（技巧得分 {skill}），该要素不计入',
    },
    remedy: {
      en: 'Rate more pictures with and without it, or give sightings of auditors.',
      zh: '请增加有、无该要素的评分图片，或直接提供审计表。',
    },
  },
  DISORDER_AGREEMENT: {
    http: 200,
    message: {
      en: '{where}: auditors agree by {found} only ({method}); {expected} is the least',
      zh: '{where}：审计员一致性仅 {found}（{method}），下限为 {expected}',
    },
    remedy: {
      en: 'Train the auditors on pictures that they judged apart, and judge again.',
      zh: '请就分歧图片培训审计员后重新评判。',
    },
  },
  DISORDER_UNPLACED: {
    http: 200,
    message: {
      en: '{where}: {found} pictures of the folder stand in no row and are left out',
      zh: '{where}：文件夹中有 {found} 张图片未列入，未处理',
    },
    remedy: {
      en: 'Add rows image,segment for them.',
      zh: '请补充 image,segment 行。',
    },
  },
  DISORDER_IMAGES_LACKING: {
    http: 200,
    message: {
      en: '{where}: {found} pictures of the table do not lie there',
      zh: '{where}：表中有 {found} 张图片不在此处',
    },
    remedy: {
      en: 'Add the pictures, or remove their rows.',
      zh: '请补充图片，或删除相应行。',
    },
  },
  DISORDER_SEASON: {
    http: 200,
    message: {
      en: '{where}: pictures of the months {found} are counted together; leaves hide facades',
      zh: '{where}：{found} 月的图片合并计数；树叶会遮挡立面',
    },
    remedy: {
      en: 'Choose the months of one season with --months.',
      zh: '请用 --months 选定同一季节。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
