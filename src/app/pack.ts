import { join } from 'node:path';
import { AfterlodeError, type Checked, type IsoDate, type Text } from '../base/index.js';
import {
  type Catalog,
  type CatalogFile,
  type Overlay,
  overlayFrom,
  overlayNames,
  resolveCatalog,
} from '../catalog/index.js';
import { exists, readCsvRecords, readYamlFile } from '../files/index.js';
import { type Register, type RegisterRow, readRegister } from '../register/index.js';
import { readCatalogFiles } from './compiled-catalog.js';

/** What `data/pack.yaml` says of a pack. */
export interface Pack {
  readonly folder: string;
  /** Prefix of city ids: `cn`. */
  readonly id: string;
  readonly title: Text;
  /** Indicator that gives a symbol its size on the overview. */
  readonly sizeIndicator: string;
}

interface PackFile {
  readonly id: string;
  readonly title: Text;
  readonly size_indicator?: string;
  readonly totals?: Readonly<Record<string, { readonly official: number; readonly text: Text }>>;
}

/**
 * Opens a folder with `data/` and `catalog/`.
 *
 * @throws AfterlodeError PACK_INVALID where there is no `data/pack.yaml`
 */
export async function openPack(folder: string): Promise<Pack & { readonly register: Register }> {
  const path = join(folder, 'data', 'pack.yaml');
  if (!(await exists(path))) {
    throw new AfterlodeError('PACK_INVALID', folder, {
      found: { en: 'no data/pack.yaml', zh: '没有 data/pack.yaml' },
      expected: { en: 'a folder with data/ and catalog/', zh: '含有 data/ 和 catalog/ 的文件夹' },
    });
  }
  const file = (await readYamlFile(path)) as PackFile;
  const register = readRegister({
    cities: await readRegisterFile(folder, 'cities.csv'),
    units: await readRegisterFile(folder, 'units.csv'),
    breaks: await readRegisterFile(folder, 'breaks.csv'),
    prefix: file.id,
    totals: new Map(Object.entries(file.totals ?? {})),
  });
  return {
    folder,
    id: file.id,
    title: file.title,
    sizeIndicator: file.size_indicator ?? 'population',
    register,
  };
}

/** Which catalog, with what applied to it, on which day. */
export interface CatalogCall {
  /** Folder with `data/` and `catalog/`. */
  readonly pack: string;
  /** Names of overlays, in the order in which they apply. */
  readonly overlays: readonly string[];
  /** Day on which the catalog is resolved. */
  readonly on: IsoDate;
}

/**
 * The catalog of a pack with everything found wrong with it.
 *
 * @throws AfterlodeError CALL_OPTION for an overlay there is not
 */
export async function readCatalog(call: CatalogCall): Promise<Checked<Catalog>> {
  const { files, overlays } = await catalogFiles(call);
  return resolveCatalog(files, call.on, overlays);
}

/**
 * The files of a pack's catalog and of the overlays that a call names.
 *
 * @throws AfterlodeError CALL_OPTION for an overlay there is not
 */
export async function catalogFiles({
  pack,
  overlays,
}: CatalogCall): Promise<{ readonly files: readonly CatalogFile[]; readonly overlays: readonly Overlay[] }> {
  const files = await readCatalogFiles(join(pack, 'catalog'));
  return { files: withoutOverlays(files), overlays: overlaysOf(files, overlays) };
}

/** Leaves out overlays, which apply only when named. */
export function withoutOverlays(files: readonly CatalogFile[]): readonly CatalogFile[] {
  return files.filter((file) => !file.path.startsWith('overlays/'));
}

function overlaysOf(files: readonly CatalogFile[], names: readonly string[]): readonly Overlay[] {
  return names.map((name) => {
    const overlay = overlayFrom(files, name);
    if (overlay !== null) return overlay;
    const expected = overlayNames(files).join(', ') || {
      en: 'none: catalog/overlays is empty',
      zh: '无：catalog/overlays 为空',
    };
    throw new AfterlodeError('CALL_OPTION', '--overlay', { found: name, expected });
  });
}

async function readRegisterFile(folder: string, name: string): Promise<readonly RegisterRow[]> {
  const path = join(folder, 'data', 'register', name);
  return (await exists(path)) ? readCsvRecords(path) : [];
}
