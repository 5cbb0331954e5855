import type { Language, Text } from '../../base/index.js';
import { expectWritable } from '../../files/index.js';
import {
  type ChainDrawingOptions,
  type ChainStory,
  chainDrawing,
  chainPictures,
  drawingMarkup,
} from '../../report/index.js';
import type { ReportFile } from '../report/report.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { type ChainAnswer, type ChainWords, chainOf } from './answer.js';
import { chainSheets } from './sheets.js';
import type { ChainTables } from './tables.js';

/** The command `chain`, as written. */
export interface ChainCall extends ChainWords, ChainTables {
  /** Folder for CSV files, a workbook and the two maps. */
  readonly out?: string;
  /** Of the maps. */
  readonly lang: Language;
}

/**
 * What to do about each node of an industry chain (docs/methods/plan/chain.md).
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_…; nothing is written then
 */
export async function chain(ws: Workspace, call: ChainCall): Promise<ChainAnswer> {
  const { out, lang } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await chainOf(ws, call, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Industry chain', zh: '产业链' };
  const maps = chainPictures.map((picture) => ({
    name: `${picture}.svg`,
    text: mapText(answer, { picture, lang }),
  }));
  return { ...answer, files: await saveSheets(out, 'chain', title, chainSheets(answer), maps) };
}

/**
 * A map of a chain as a file that is sent.
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_…
 */
export async function chainMap(
  ws: Workspace,
  tables: ChainTables,
  words: ChainWords,
  options: ChainDrawingOptions,
): Promise<ReportFile> {
  const text = mapText(await chainOf(ws, tables, words), options);
  return {
    fileName: `${options.picture}.svg`,
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode(text),
  };
}

function mapText(story: ChainStory, options: ChainDrawingOptions): string {
  return `${drawingMarkup(chainDrawing(story, options))}\n`;
}
