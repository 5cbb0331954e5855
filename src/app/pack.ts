import { join } from 'node:path';
import { AfterlodeError, type Text } from '../base/index.js';
import type { CatalogFile, Overlay } from '../catalog/index.js';
import { exists, readCsvRecords, readFolder, readYamlFile } from '../files/index.js';
import { type Register, type RegisterRow, readRegister } from '../register/index.js';

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
      found: 'no data/pack.yaml',
      expected: 'a folder with data/ and catalog/',
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

/** The catalog's files, without overlays and cases' neighbours outside YAML. */
export async function readCatalogFiles(folder: string): Promise<readonly CatalogFile[]> {
  const files = await readFolder(join(folder, 'catalog'), '.yaml');
  return files.filter((file) => !file.path.startsWith('overlays/'));
}

/**
 * One overlay of the pack's catalog.
 *
 * @throws AfterlodeError CALL_OPTION where there is none of that name
 */
export async function readOverlay(folder: string, name: string): Promise<Overlay> {
  const path = join(folder, 'catalog', 'overlays', name);
  if (!(await exists(join(path, 'overlay.yaml')))) {
    throw new AfterlodeError('CALL_OPTION', '--overlay', {
      found: name,
      expected: 'the name of a folder in catalog/overlays with an overlay.yaml',
    });
  }
  return { name, files: await readFolder(path, '.yaml') };
}

async function readRegisterFile(folder: string, name: string): Promise<readonly RegisterRow[]> {
  const path = join(folder, 'data', 'register', name);
  return (await exists(path)) ? readCsvRecords(path) : [];
}
