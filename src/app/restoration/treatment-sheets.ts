import type { Sheet } from '../../print/index.js';
import { sheetOf } from '../tables/sheet-of.js';
import type { TreatmentAnswer } from './treatment.js';

/** The tables of an answer: areas and costs by treatment, and the parcels one by one. */
export function treatmentSheets({ parcels, areas, labels }: TreatmentAnswer): readonly Sheet[] {
  const zh = (ids: readonly string[]) => ids.map((id) => labels[id]?.zh ?? id).join('、');
  return [
    sheetOf('areas', { en: 'areas and costs by treatment', zh: '各方式面积与成本' }, areas, [
      ['treatment', '方式', ({ treatment }) => treatment],
      ['name_zh', '名称', ({ label }) => label?.zh ?? null],
      ['parcels', '地块数', (area) => area.parcels, 0],
      ['area_mu', '面积（亩）', ({ areaMu }) => areaMu, 1],
      ['unmeasured', '无面积的地块', ({ unmeasured }) => unmeasured, 0],
      ['cost_low', '成本下限（元）', ({ low }) => low, 0],
      ['cost_high', '成本上限（元）', ({ high }) => high, 0],
      ['scope', '单价内容', ({ scope }) => scope],
    ]),
    sheetOf('parcels', { en: 'each parcel with the reason', zh: '逐地块结论与依据' }, parcels, [
      ['id', '地块', ({ id }) => id],
      ['area_mu', '面积（亩）', ({ areaMu }) => areaMu, 1],
      ['depth_m', '深度（米）', ({ depthM }) => depthM, 2],
      ['settlement_mm', '累计下沉（毫米）', ({ settlementMm }) => settlementMm, 1],
      ['stable', '稳沉', ({ stable }) => (stable === null ? null : stable ? 'yes' : 'no')],
      ['treatment', '方式', ({ treatment }) => treatment],
      ['name_zh', '名称', ({ label }) => label?.zh ?? null],
      ['possible', '可能的方式', ({ possible }) => possible.join(' ')],
      ['missing', '缺失', ({ missing }) => missing.join(' ')],
      ['later', '稳沉后', ({ later }) => later],
      ['conditions', '条件', ({ conditions }) => conditions.join(' ')],
      ['conditions_zh', '条件说明', ({ conditions }) => zh(conditions)],
      ['reason', '依据（英文）', ({ reason }) => reason.en],
      ['reason_zh', '依据', ({ reason }) => reason.zh],
    ]),
  ];
}
