import type { Text } from '../../base/index.js';
import type { Mark as TrustMark } from '../../catalog/index.js';
import { type Acceptance, flag, type Mark } from '../../observe/index.js';

const flagTexts: readonly (readonly [bit: number, text: Text])[] = [
  [flag.doubtful, { en: 'doubtful', zh: '存疑' }],
  [flag.estimated, { en: 'estimated', zh: '估计值' }],
  [flag.summed, { en: 'sum over several areas', zh: '几个区域之和' }],
  [flag.corrected, { en: 'corrected against the source', zh: '已对来源数值作更正' }],
  [flag.imported, { en: 'imported, not shipped', zh: '导入数据，非自带' }],
  [flag.fallback, { en: 'a fallback indicator was used', zh: '使用了替代指标' }],
];

/** Words for the bits of a cell. */
export function flagRemarks(flags: number): readonly Text[] {
  return flagTexts.filter(([bit]) => (flags & bit) !== 0).map(([, text]) => text);
}

/** Words for a doubt that a person overruled. */
export function acceptedRemark({ by, on, document, reason }: Acceptance): Text {
  const paper = document === '' ? '' : `, ${document}`;
  return {
    en: `doubt overruled by ${by || 'an unnamed person'} on ${on}${paper}: ${reason}`,
    zh: `${by || '未署名者'}于${on}裁定采用该存疑值${paper}：${reason}`,
  };
}

const markTexts: Readonly<Record<Mark['mark'], Text>> = {
  corrected: { en: 'corrected', zh: '已更正' },
  'year-corrected': { en: 'year corrected', zh: '年份已更正' },
  doubtful: { en: 'doubtful', zh: '存疑' },
  derived: { en: 'derived', zh: '推算' },
  blank: { en: 'blank in the source', zh: '来源为空' },
};

/** Words for the marks at a cell, with what the source had. */
export function markRemarks(marks: readonly Mark[]): readonly Text[] {
  return marks.map(({ mark, original, detail }) => {
    const had =
      original === null ? { en: '', zh: '' } : { en: ` (source: ${original})`, zh: `（来源：${original}）` };
    return {
      en: `${markTexts[mark].en}${had.en}: ${detail.en}`,
      zh: `${markTexts[mark].zh}${had.zh}：${detail.zh}`,
    };
  });
}

/** What must be said of a definition that was not read in its source. */
export function trustRemarks(mark: TrustMark): readonly Text[] {
  if (mark === 'M') return [{ en: 'from memory, not verified', zh: '凭记忆，未经核实' }];
  return mark === 'D' ? [{ en: 'our own rule', zh: '本项目自定规则' }] : [];
}
