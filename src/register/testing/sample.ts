import { readRegister } from '../read.js';
import type { Register } from '../types.js';

/** A small register for tests: homonyms, a listed zone without a code of its own, recoded and divided areas. */
export function sampleRegister(): Register {
  return readRegister({
    cities: [
      listed('xx-230400', '230400', '鹤岗市', 'Hegang', 'hegang'),
      listed('xx-230700', '230700', '伊春市', 'Yichun', 'yichun'),
      listed('xx-360900', '360900', '宜春市', 'Yichun', 'yichun'),
      listed('xx-211300', '211300', '朝阳市', 'Chaoyang', 'chaoyang'),
      listed('xx-211402-zone', '211402', '杨家杖子', 'Yangjiazhangzi', 'yangjiazhangzi', '2010= 2020='),
      listed('xx-371200', '371200', '莱芜市', 'Laiwu', 'laiwu', '2020=370116+370117'),
    ],
    units: [
      unit('100000', '全国', 'country', 'country', ''),
      unit('X05', '远野', 'Farfield', 'county', ''),
      unit('110105', '朝阳区', 'Chaoyang', 'district', ''),
      unit('211402', '连山区', 'Lianshan', 'district', ''),
      unit('370116', '莱芜区', 'Laiwu', 'district', 'xx-371200'),
    ],
    breaks: [{ code: '230400', year: '2012', scope: 'districts', zh: '区界调整', en: 'districts changed' }],
    prefix: 'xx',
    totals: new Map([
      ['listed', { official: 6, text: { zh: '总数', en: 'all' } }],
      ['kind.oil', { official: 1, text: { zh: '石油', en: 'oil' } }],
    ]),
  });
}

function listed(id: string, adcode: string, zh: string, en: string, pinyin: string, areas = '') {
  return {
    id,
    adcode,
    name_zh: zh,
    name_en: en,
    pinyin,
    province_zh: '某省',
    province_en: 'Somewhere',
    level: 'prefecture',
    type: 'declining',
    resources: 'coal;forest',
    resource_confidence: 'low',
    batch: '1',
    batch_year: '2008',
    batch_kind: 'coal',
    lon: '130.3',
    lat: '47.3',
    areas,
    doubts: 'resource: 判断 | a judgement; type: from memory',
  };
}

function unit(code: string, zh: string, en: string, level: string, partOf: string) {
  return { code, name_zh: zh, name_en: en, pinyin: en.toLowerCase(), level, listed: partOf };
}
