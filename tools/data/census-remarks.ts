import type { Text } from '../../src/base/index.js';
import { field, numberOf } from './csv.js';
import type { Cell, MarkKind, SourceRow } from './types.js';

/** A cell of the long form as it is shipped. */
export interface Remark {
  readonly value: Cell;
  readonly original: Cell;
  readonly mark: MarkKind | null;
  readonly detail: Text;
}

const nothing: Text = { zh: '', en: '' };

/** Evidence of a slip, in the words of the source, and in Chinese. */
const evidence: Readonly<Record<string, string>> = {
  'row sum and prefectures': '行合计与各地级之和',
  'row sum and counties': '行合计与地级数',
  'prefecture less other counties': '地级数减其余各县',
  'two numbers in the cell to the left': '左邻格内有两个数',
  'two numbers in one cell': '一格内有两个数',
};

/**
 * What a cell of the long form and its remark come to: an identified slip takes the value that sums imply, a cell
 * that does not fit its sums stays with a doubt, a blank stays missing.
 *
 * @throws Error for a remark about a slip that is not understood
 */
export function readRemark(cell: SourceRow): Remark {
  const found = numberOf(field(cell, 'count'));
  for (const part of field(cell, 'note').split('; ')) {
    const remark = slip(part, found) ?? misfit(part, found) ?? blank(part, found);
    if (remark !== null) return remark;
  }
  if (found === null) throw new Error(`a blank without a remark: ${JSON.stringify(cell)}`);
  return { value: found, original: null, mark: null, detail: nothing };
}

function slip(part: string, found: Cell): Remark | null {
  if (!part.startsWith('slip in the source: ')) return null;
  const match = /^slip in the source: (.+?) impl(?:y|ies) (-?[\d.]+)$/.exec(part);
  const words = evidence[match?.[1] ?? ''];
  if (match === null || words === undefined) throw new Error(`a remark not understood: ${part}`);
  const shown = found === null ? { zh: '空', en: 'blank' } : { zh: String(found), en: String(found) };
  return {
    value: numberOf(match[2]),
    original: found,
    mark: 'corrected',
    detail: {
      zh: `原表数字化有误（${shown.zh}），据${words}应为${match[2]}`,
      en: `slip of the digitisation (${shown.en}); ${match[1]} give ${match[2]}`,
    },
  };
}

function misfit(part: string, found: Cell): Remark | null {
  const counties = /^differs from the sum of its counties by (-?[\d.]+)$/.exec(part);
  if (counties !== null) {
    const detail = {
      zh: `与所辖各县之和相差${counties[1]}，未改`,
      en: `differs from the sum of its counties by ${counties[1]}, left as it is`,
    };
    return { value: found, original: found, mark: 'doubtful', detail };
  }
  const total = /^row does not add up to the total: off by (-?[\d.]+)$/.exec(part);
  if (total === null) return null;
  const detail = {
    zh: `该行各项与合计相差${total[1]}，无法断定何项有误，未改`,
    en: `the row does not add up to its total (off by ${total[1]}); which cell is wrong is not known, left as it is`,
  };
  return { value: found, original: found, mark: 'doubtful', detail };
}

function blank(part: string, found: Cell): Remark | null {
  if (part !== 'blank in the source') return null;
  return {
    value: found,
    original: null,
    mark: 'blank',
    detail: { zh: '原表为空', en: 'blank in the source' },
  };
}
