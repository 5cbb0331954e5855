import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AfterlodeError, phrases } from '../../../base/index.js';
import { readCsvRecords, unzip } from '../../../files/index.js';
import { type AccessCall, demand, everywhere } from '../../access/call.js';
import { takeTurn } from '../../turns.js';
import type { Workspace } from '../../workspace.js';
import type { SubsidenceAnswer } from '../answer.js';
import type { SubsidenceCall } from '../call.js';
import { subsidence } from '../subsidence.js';
import { renamed, renamedError } from './renamed.js';

/** Options of a measurement that an upload may name; files come in the archive. */
export type UploadWords = Pick<
  SubsidenceCall,
  | 'wavelength'
  | 'reference'
  | 'minimumObservations'
  | 'weights'
  | 'robust'
  | 'closure'
  | 'ramp'
  | 'season'
  | 'acceleration'
  | 'incidence'
  | 'slantRange'
  | 'demError'
  | 'changePoint'
  | 'positive'
  | 'connected'
  | 'keepUntied'
  | 'unit'
  | 'findings'
  | 'period'
>;

/** A ZIP archive with a stack of pairs or a finished series. */
export interface SubsidenceUpload extends UploadWords {
  readonly path: string;
  /** Name that it had where it came from. */
  readonly fileName: string;
  /** Of the kept run; the name of the file without its ending. */
  readonly label?: string;
  /** Bytes that the archive may unpack to. */
  readonly limit: number;
}

/** Files beside the stack that are taken by their names. */
const beside = {
  buildings: 'buildings.geojson',
  population: 'population.tif',
  lines: 'lines.geojson',
} as const;
const mostFiles = 20_000;

/** The server measures one stack at a time: each needs the memory of its series. */
const inTurn = takeTurn(1, 4);

/**
 * Measures a stack that was sent and keeps the run. `buildings.geojson`, `population.tif` and `lines.geojson` in the archive are what
 * stands on the ground; a reference may be a GeoJSON of the archive, an incidence a GeoTIFF of it.
 *
 * @throws AfterlodeError the faults of `unzip` and `subsidence`, JOB_BUSY; nothing is kept then
 */
export async function subsidenceUpload(
  ws: Workspace,
  upload: SubsidenceUpload,
  access: AccessCall,
): Promise<SubsidenceAnswer> {
  demand(ws, access.actor, 'data.change', everywhere);
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-stack-'));
  const { path, fileName, label, limit, ...words } = upload;
  try {
    return await inTurn(async () => {
      const inside = join(folder, 'in');
      const files = await unzip(path, inside, fileName, { bytes: limit, files: mostFiles });
      const top = topOf(files);
      const stack = join(inside, top);
      const plain = files.map((file) => file.slice(top === '' ? 0 : top.length + 1));
      await refuseOthers(plain, stack);
      const answer = await subsidence(ws, {
        ...words,
        ...filesBeside(plain, stack),
        ...fileIn(plain, stack, 'reference', words.reference, /\.(geo)?json$/i),
        ...fileIn(plain, stack, 'incidence', words.incidence, /\.tiff?$/i),
        stack: productIn(plain, stack, words.incidence) ?? stack,
        out: join(folder, 'out'),
        name: fileName,
        access,
        keep: label ?? (fileName.replace(/\.zip$/i, '').slice(0, 80) || fileName),
      }).catch((error: unknown) => {
        throw renamedError(error, stack, fileName);
      });
      const named = answer.files.map((file) => ({ ...file, path: basename(file.path) }));
      return { ...renamed(answer, stack, fileName), files: named };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The folder in which all files of the archive lie; empty where they lie at its top. */
function topOf(files: readonly string[]): string {
  const first = files[0]?.split('/') ?? [];
  const top = first.length > 1 ? (first[0] as string) : '';
  return top !== '' && top !== 'unw' && files.every((file) => file.startsWith(`${top}/`)) ? top : '';
}

/** What files name must have come with them: they could else name any file that the server may read. */
async function refuseOthers(files: readonly string[], stack: string): Promise<void> {
  const hdf5 = files.find((file) => /\.(h5|hdf5|he5|nc)$/i.test(file));
  if (hdf5 !== undefined) {
    // A dataset of HDF5 may lie in another file, which its library opens by itself, whatever it is.
    const expected = {
      en: 'GeoTIFF or CSV: HDF5 can name files of the server; measure it with the command afterlode subsidence',
      zh: 'GeoTIFF 或 CSV：HDF5 可引用服务器上的其他文件，请改用命令 afterlode subsidence',
    };
    throw new AfterlodeError('CALL_OPTION', 'body', { found: hdf5, expected });
  }
  if (!files.includes('pairs.csv')) return;
  const there = new Set(files);
  for (const { file, coherence } of await readCsvRecords(join(stack, 'pairs.csv')))
    for (const name of [file?.trim(), coherence?.trim()]) {
      if (!name || ['', 'unw/', 'cc/'].some((folder) => there.has(`${folder}${name}`))) continue;
      throw new AfterlodeError('DISPLACEMENT_FILE', 'pairs.csv', { found: name });
    }
}

function filesBeside(files: readonly string[], stack: string): Partial<SubsidenceCall> {
  const there = Object.entries(beside).filter(([, name]) => files.includes(name));
  return Object.fromEntries(there.map(([option, name]) => [option, join(stack, name)]));
}

/** A word that names a file must name one of the archive: the paths of the server are nobody's to name. */
function fileIn(
  files: readonly string[],
  stack: string,
  option: 'reference' | 'incidence',
  word: string | number | undefined,
  ending: RegExp,
): Partial<SubsidenceCall> {
  if (typeof word !== 'string' || !ending.test(word)) return {};
  if (files.includes(word)) return { [option]: join(stack, word) };
  const expected = { en: 'a file of the archive', zh: '压缩包中的文件' };
  throw new AfterlodeError('CALL_OPTION', option, { found: word || phrases.nothing, expected });
}

/** A finished series that is the only file besides those that are taken by their names. */
function productIn(
  files: readonly string[],
  stack: string,
  incidence: string | number | undefined,
): string | null {
  const taken: readonly unknown[] = [beside.population, incidence];
  const others = files.filter((file) => !/\.(geo)?json$/i.test(file) && !taken.includes(file));
  const [only] = others;
  return others.length === 1 &&
    only !== undefined &&
    /\.(tiff?|csv|csv\.gz)$/i.test(only) &&
    only !== 'pairs.csv'
    ? join(stack, only)
    : null;
}
