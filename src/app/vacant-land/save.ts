import { basename, join } from 'node:path';
import type { Language } from '../../base/index.js';
import { writeAtomically, writeGeoTiff, writeTogether } from '../../files/index.js';
import { type Window, writeModel } from '../../locate/index.js';
import { printHtml } from '../../print/index.js';
import { earlierFiles } from '../tables/earlier-files.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { landReport } from './report.js';
import { landSheets } from './sheets.js';
import type { FoundLand, VacantLandAnswer } from './types.js';

/** File of the results that holds the answer. */
const answerName = 'vacant-land.json';
/** Files that a run may write besides its answer, but for the model: the next run may be told by it, and labels cost an afternoon. */
const ours: ReadonlySet<string> = new Set([
  'probability.tif',
  'polygons.geojson',
  'parcels.geojson',
  'report.html',
  'vacant-land.xlsx',
  ...['polygons', 'accuracy', 'confusion', 'folds', 'label_next', 'parcels'].map((name) => `${name}.csv`),
]);

/**
 * Writes model, probabilities, polygons, tables and report into a folder: all or none, in place of those of an earlier run.
 *
 * @returns the files but the answer itself, which is written by `saveAnswer` when it is whole
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveLand(
  ws: Workspace,
  folder: string,
  found: FoundLand,
  image: string,
  lang: Language,
): Promise<readonly SavedFile[]> {
  const { answer, model, parcels, polygons } = found;
  const write = async (into: string) => {
    const texts = [
      ...(model === null ? [] : [{ name: 'model.json', text: writeModel(model) }]),
      { name: 'polygons.geojson', text: `${JSON.stringify(polygons)}\n` },
      ...(parcels === null ? [] : [{ name: 'parcels.geojson', text: `${JSON.stringify(parcels)}\n` }]),
      { name: 'report.html', text: printHtml(landReport(ws, answer, basename(image), lang)) },
    ];
    const title = { en: 'Vacant land', zh: '空地' };
    const files = await saveSheets(into, 'vacant-land', title, landSheets(answer), texts);
    const probability = join(into, 'probability.tif');
    const bytes = await writeProbabilities(probability, found);
    const written = [...files, { path: probability, bytes }].map((file) => ({
      path: join(folder, basename(file.path)),
      bytes: file.bytes,
    }));
    // What belongs to this run is told with it, so that the next one can take it away.
    await writeAtomically(join(into, answerName), answerText({ ...answer, files: written }));
    return written;
  };
  return writeTogether(folder, write, await earlierFiles(folder, answerName, ours));
}

/** Writes down what was answered. */
export async function saveAnswer(folder: string, answer: VacantLandAnswer): Promise<SavedFile> {
  const path = join(folder, answerName);
  const text = answerText(answer);
  await writeAtomically(path, text);
  return { path, bytes: Buffer.byteLength(text) };
}

/** The answer with the names of its files: where they lie is no part of it. */
function answerText(answer: VacantLandAnswer): string {
  const files = answer.files.map(({ path, bytes }) => ({ path: basename(path), bytes }));
  return `${JSON.stringify({ ...answer, files })}\n`;
}

function writeProbabilities(path: string, { grid, classes, probabilities }: FoundLand): Promise<number> {
  const options = {
    grid,
    bands: classes.length,
    type: 'float32',
    bandNames: classes,
    units: classes.map(() => '1'),
    overviews: 'average',
  } as const;
  return writeGeoTiff(path, options, (window) =>
    probabilities.map((values) => cut(values, grid.width, window)),
  );
}

function cut(values: Float32Array, width: number, window: Window): Float64Array {
  const cells = new Float64Array(window.width * window.height);
  for (let row = 0; row < window.height; row++) {
    const from = (window.row + row) * width + window.column;
    cells.set(values.subarray(from, from + window.width), row * window.width);
  }
  return cells;
}
