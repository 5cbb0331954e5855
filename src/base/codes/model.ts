import type { CodeDefinition } from './definition.js';

/** Faults of models that users bring: their manifest, their file, what they answer. */
export const modelCodes = {
  MODEL_MANIFEST: {
    http: 400,
    message: {
      en: 'faults in the manifest {where} ({found}): {faults}',
      zh: '模型说明文件 {where} 有 {found} 处错误：{faults}',
    },
    remedy: {
      en: 'Correct the lines; schemas/model.json and docs/guide/bring-a-model.md list what may stand there.',
      zh: '请逐行改正；schemas/model.json 和 docs/guide/bring-a-model.md 列出了允许的内容。',
    },
  },
  MODEL_CHANGED: {
    http: 400,
    message: {
      en: '{where} is not the model that its manifest names: its SHA-256 begins with {found}, expected {expected}',
      zh: '{where} 不是说明文件所指的模型：SHA-256 开头为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Copy the model again; if it was trained anew, write its new SHA-256 into the manifest.',
      zh: '请重新复制模型；若模型已重新训练，请在说明文件中写入新的 SHA-256。',
    },
  },
  MODEL_FILE: {
    http: 400,
    message: {
      en: '{where} cannot be run as an ONNX model: {found}',
      zh: '{where} 无法作为 ONNX 模型运行：{found}',
    },
    remedy: {
      en: 'Copy the file again, or export the model anew with a released set of operators and its weights inside; where memory is short, choose a smaller tile.',
      zh: '请重新复制文件，或用正式发布的算子集（opset）重新导出，权重须包含在文件内；内存不足时请减小瓦片。',
    },
  },
  MODEL_FORM: {
    http: 400,
    message: {
      en: '{where} does not fit the manifest of the model: found {found}, expected {expected}',
      zh: '{where} 与模型的说明文件不符：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct bands, tile, layout, names or classes in the manifest, or export the model in that form.',
      zh: '请改正说明文件中的波段、瓦片、排列、名称或类别，或按该形式重新导出模型。',
    },
  },
  MODEL_ANSWER: {
    http: 400,
    message: {
      en: '{where}: the model answers {found}; with the activation "{activation}" expected are {expected}',
      zh: '{where}：模型输出 {found}；激活方式为“{activation}”时应为 {expected}',
    },
    remedy: {
      en: 'Correct `activation` (softmax or sigmoid for logits, none for probabilities) or the scale of the bands in the manifest.',
      zh: '请改正说明文件中的 activation（logit 用 softmax 或 sigmoid，概率用 none）或波段的缩放。',
    },
  },
  MODEL_BROUGHT: {
    http: 200,
    message: {
      en: '{where}: classes are told by a model that was brought, {title}, SHA-256 {sha256}…; source: {source}; licence: {licence}',
      zh: '{where}：类别由自带模型识别：{title}，SHA-256 {sha256}…；来源：{source}；许可：{licence}',
    },
    remedy: {
      en: 'Its error here is known only from labels or ratings of your own; check that its licence and that of its training images allow your use.',
      zh: '其在本地的误差只能由自己的标注或评分得知；请确认模型及其训练影像的许可允许此用途。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
