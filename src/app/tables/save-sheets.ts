import { join } from 'node:path';
import { officeTypes, type Text } from '../../base/index.js';
import { writeAtomically, writeStreamAtomically } from '../../files/index.js';
import { printCsv, printSheets, type Sheet } from '../../print/index.js';
import type { ReportFile } from '../report/report.js';

/** A file that was written. */
export interface SavedFile {
  readonly path: string;
  readonly bytes: number;
}

/** No clock is read: equal runs give equal workbooks but for the archive's own marks. */
const noDate = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes tables to a folder: each as NAME.csv, all together as a workbook, and texts beside them; each file whole or not at all.
 *
 * @param workbook name of the workbook without its ending
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveSheets(
  folder: string,
  workbook: string,
  title: Text,
  sheets: readonly Sheet[],
  texts: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly SavedFile[]> {
  const files: SavedFile[] = [];
  for (const { name, text } of texts) {
    const path = join(folder, name);
    await writeAtomically(path, text);
    files.push({ path, bytes: Buffer.byteLength(text) });
  }
  for (const sheet of sheets) {
    const path = join(folder, `${sheet.name}.csv`);
    files.push({ path, bytes: await writeStreamAtomically(path, printCsv(sheet)) });
  }
  const path = join(folder, `${workbook}.xlsx`);
  files.push({
    path,
    bytes: await writeStreamAtomically(path, printSheets(sheets, { title, created: noDate })),
  });
  return files;
}

/**
 * The same tables as a workbook that is sent.
 *
 * @param workbook name of the workbook without its ending
 */
export async function sheetsFile(
  workbook: string,
  title: Text,
  sheets: readonly Sheet[],
): Promise<ReportFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of printSheets(sheets, { title, created: noDate })) pieces.push(piece);
  const mediaType = officeTypes.xlsx;
  return { fileName: `${workbook}.xlsx`, mediaType, bytes: Buffer.concat(pieces) };
}

/** GeoJSON of features in longitude and latitude. */
export function degreesCollection(features: readonly object[]): string {
  const crs = { type: 'name', properties: { name: 'EPSG:4326' } };
  return `${JSON.stringify({ type: 'FeatureCollection', crs, features })}\n`;
}
