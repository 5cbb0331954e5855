import type { CodeDefinition } from './definition.js';

/** Kept projects of labelled vacant land. */
export const vacantProjectCodes = {
  VACANT_PROJECT_UNKNOWN: {
    http: 404,
    message: { en: 'no labelling project is called {where}', zh: '没有名为 {where} 的标注项目' },
    remedy: {
      en: 'GET /api/vacant-land/projects and the page Vacant land list the projects; send an image there to begin one.',
      zh: '可在“闲置土地”页面或 GET /api/vacant-land/projects 查看列表；在那里上传影像即可新建。',
    },
  },
  VACANT_PROJECT_DAMAGED: {
    http: 500,
    message: {
      en: 'the labelling project {where} cannot be read: {found}',
      zh: '标注项目 {where} 无法读取：{found}',
    },
    remedy: {
      en: 'Restore a backup of the workspace, or delete the project and send the image again.',
      zh: '请恢复工作区备份，或删除该项目后重新上传影像。',
    },
  },
  VACANT_PROJECT_BUSY: {
    http: 409,
    message: {
      en: 'the labelling project {where} is being trained',
      zh: '标注项目 {where} 正在训练',
    },
    remedy: {
      en: 'Wait until the training is done; labels can be drawn and saved meanwhile.',
      zh: '请等待训练完成；其间仍可绘制并保存标注。',
    },
  },
  VACANT_LABELS_CHANGED: {
    http: 409,
    message: {
      en: 'the labels of {where} are at revision {found}; these were drawn upon revision {expected}',
      zh: '{where} 的标注已是第 {found} 版；所提交内容基于第 {expected} 版',
    },
    remedy: {
      en: 'Somebody else saved in between. Read the labels again and join both, then save; nothing was overwritten.',
      zh: '其间他人已保存。请重新读取标注，合并后再保存；未覆盖任何内容。',
    },
  },
  VACANT_NOT_TRAINED: {
    http: 404,
    message: {
      en: 'the labelling project {where} has no result yet',
      zh: '标注项目 {where} 尚无结果',
    },
    remedy: {
      en: 'Label some ground of two classes or more in different parts of the image, save, and train.',
      zh: '请在影像的不同位置标注至少两类地块，保存后训练。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
