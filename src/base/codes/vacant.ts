import type { CodeDefinition } from './definition.js';

/** Faults of learning and finding vacant land in images. */
export const vacantCodes = {
  VACANT_BANDS: {
    http: 400,
    message: {
      en: '{where} has {found} bands; expected {expected}',
      zh: '{where} 有 {found} 个波段；应为 {expected}',
    },
    remedy: {
      en: 'Give an image with the bands that the model knows, in their order, or train another model on such images.',
      zh: '请提供波段及其顺序与模型一致的影像，或用这类影像另行训练模型。',
    },
  },
  VACANT_LABELS: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Label more ground: both what is looked for and what is not, in different parts of the image.',
      zh: '请补充标注：目标与非目标地块都要有，并分布在影像的不同位置。',
    },
  },
  VACANT_MODEL: {
    http: 400,
    message: {
      en: '{where} is no model that can be read: found {found}, expected {expected}',
      zh: '{where} 不是可读取的模型：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give the file that training wrote, or train anew with this version of the program.',
      zh: '请提供训练时写出的模型文件，或用本版程序重新训练。',
    },
  },
  VACANT_MODEL_CHANGED: {
    http: 400,
    message: {
      en: '{where} has been changed since it was written: its checksum begins with {found}, expected {expected}',
      zh: '{where} 写出后被改动：校验和开头为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Copy the file again from where it was written, or train anew.',
      zh: '请从原处重新复制该文件，或重新训练。',
    },
  },
  VACANT_CLASS: {
    http: 400,
    message: {
      en: '{where} has classes that the model does not know: {found}; it knows {expected}',
      zh: '{where} 中有模型不认识的地类：{found}；模型的地类为 {expected}',
    },
    remedy: {
      en: 'Rename the labels, leave them out, or train another model with them.',
      zh: '请改写或去掉这些标注，或用它们另行训练模型。',
    },
  },
  VACANT_LARGE: {
    http: 413,
    message: {
      en: '{where} comes to {found} probabilities; at most {expected} are held',
      zh: '{where} 共需 {found} 个概率值；至多可容纳 {expected} 个',
    },
    remedy: {
      en: 'Take larger patches with `--patch`, or cut the image into parts.',
      zh: '请用 `--patch` 增大图斑，或将影像分块处理。',
    },
  },
  VACANT_BANDS_UNNAMED: {
    http: 400,
    message: {
      en: '{where} does not name its bands: they are called {found}, and band indices such as NDVI take no part',
      zh: '{where} 没有波段名称：暂称 {found}，NDVI 等波段指数不参与计算',
    },
    remedy: {
      en: 'Name them with `--bands`, for example `--bands red,green,blue`.',
      zh: '请用 `--bands` 指定，如 `--bands red,green,blue`。',
    },
  },
  VACANT_LABELS_OUTSIDE: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} polygons lie outside the image and take no part',
      zh: '{where}：{expected} 个多边形中有 {found} 个在影像之外，不参与计算',
    },
    remedy: {
      en: 'Nothing needs to be done where labels are of a larger area; else check the reference systems.',
      zh: '若标注范围本就更大则无需处理，否则请检查坐标系。',
    },
  },
  VACANT_DISPUTED: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} labelled patches are claimed by polygons of different classes and count as not labelled',
      zh: '{where}：{expected} 个有标注的图斑中有 {found} 个被不同地类的多边形重复覆盖，按未标注处理',
    },
    remedy: {
      en: 'Draw borders that do not lie on one another.',
      zh: '请修改相互重叠的边界。',
    },
  },
  VACANT_DRAWN: {
    http: 400,
    message: {
      en: '{where}: of {expected} labelled patches {found} were drawn to learn from and to judge by',
      zh: '{where}：从 {expected} 个有标注的图斑中随机抽取 {found} 个用于训练和检验',
    },
    remedy: {
      en: 'Nothing needs to be done: more would not fit into memory and teach little.',
      zh: '无需处理：更多图斑会超出内存，且收益很小。',
    },
  },
  VACANT_LEARNT_GROUND: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} labelled patches lie where the model has learnt, so that it looks better than it is',
      zh: '{where}：{expected} 个有标注的图斑中有 {found} 个位于模型的训练区块，精度会被高估',
    },
    remedy: {
      en: 'Judge it by labels of other ground.',
      zh: '请用其他地块的标注检验。',
    },
  },
  VACANT_CELL: {
    http: 400,
    message: {
      en: '{where} has cells of {found} m, the model has learnt from cells of {expected} m: other things are seen at another size',
      zh: '{where} 的像元为 {found} 米，模型训练影像的像元为 {expected} 米：像元大小不同，地物形态也不同',
    },
    remedy: {
      en: 'Resample the image with gdalwarp -tr, or train a model on images of this size.',
      zh: '请用 gdalwarp -tr 重采样，或用该分辨率的影像训练模型。',
    },
  },
  VACANT_GROUP: {
    http: 400,
    message: {
      en: '{where} is of the group {found}, the model is for {expected}',
      zh: '{where} 属于 {found} 组，模型适用于 {expected} 组',
    },
    remedy: {
      en: 'Use or train the model of its own group, or judge this one there by labels first.',
      zh: '请使用或训练本组的模型，或先用标注检验该模型。',
    },
  },
  VACANT_SPECKS: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} polygons are single patches, as no smallest size is set',
      zh: '{where}：未设最小面积，{expected} 个多边形中有 {found} 个只有一个图斑',
    },
    remedy: {
      en: 'Say with `--min-area`, in m², or the parameter vacant_minimum_area, what is too small to count.',
      zh: '请用 `--min-area`（平方米）或参数 vacant_minimum_area 设定最小面积。',
    },
  },
  VACANT_SCREEN_MISSING: {
    http: 400,
    message: {
      en: '{where} has no value at {found} of {expected} polygons; there it screens nothing',
      zh: '{where} 在 {expected} 个多边形中的 {found} 个没有数值，无法用于筛除',
    },
    remedy: {
      en: 'Give a raster that covers the image, or look at these polygons yourself.',
      zh: '请提供覆盖影像范围的栅格，或人工核查这些多边形。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
