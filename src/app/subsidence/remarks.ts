import type { Text } from '../../base/index.js';
import type { BowlRemark } from '../../locate/index.js';

/** What remarks on zones say. */
export const remarkTexts: Readonly<Record<BowlRemark, Text>> = {
  line_of_sight: {
    en: 'Motion is along the line of sight, not vertical: sinking is larger. Give --incidence.',
    zh: '数值为视线向形变而非垂直形变，实际下沉更大；可用 --incidence 指定入射角。',
  },
  untied_inside: {
    en: 'Some cells are not tied: a fast middle loses coherence, so depth, tilt and rate are lower bounds.',
    zh: '区内有未联测像元：快速下沉的中心会失相干，下沉、倾斜和速率均为下限。',
  },
  all_untied: {
    en: 'No cell is tied: the zone rests on least-norm guesses.',
    zh: '区内没有已联测像元：此区仅依据最小范数推测。',
  },
  missing_beside: {
    en: 'Cells in or beside the zone have no value: the zone may be larger and deeper.',
    zh: '区内或边缘有无值像元：沉陷区可能更大、更深。',
  },
  cut_by_scene: {
    en: 'The scene ends in the zone: the zone is larger.',
    zh: '沉陷区被影像边界截断，实际范围更大。',
  },
  reference_doubtful: {
    en: 'The reference may itself be moving: all rates may be shifted by one number.',
    zh: '参考区本身可能在移动：全部速率可能整体偏移。',
  },
  metres_unknown: {
    en: 'The file names no reference system: area, tilt and damage class are not known.',
    zh: '文件未注明坐标系：面积、倾斜和损坏等级无法得出。',
  },
  strain_not_estimated: {
    en: 'Horizontal strain is not estimated: the parameter subsidence_strain_length is not filled in.',
    zh: '未估算水平变形：参数 subsidence_strain_length 尚未填写。',
  },
};
