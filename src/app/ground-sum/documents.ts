import { AfterlodeError, phrases } from '../../base/index.js';
import { readTextFile } from '../../files/index.js';
import type { GroundKind } from '../../locate/index.js';
import type { LayerDocument } from '../land/layers.js';
import type { GroundLayers } from './base.js';
import type { GroundWords } from './call.js';
import type { AreaKind } from './kinds.js';
import { type PointSource, pointFile } from './points.js';

/** Layers and points of a request. */
export interface GroundDocuments extends GroundLayers {
  /** Findings of a check-up, besides those of the ledger. */
  readonly found?: PointSource;
  readonly complaints?: PointSource;
  readonly projects?: PointSource;
}

/** The command `ground`, as written: paths. */
export interface GroundCall extends GroundWords {
  readonly subsidence?: string;
  readonly disorder?: string;
  readonly vacantLand?: string;
  readonly vacancy?: string;
  readonly inefficientLand?: string;
  readonly area?: string;
  /** `vacant_land=AREA.geojson`, several times. */
  readonly covered?: readonly string[];
  readonly parcels?: string;
  readonly found?: string;
  readonly complaints?: string;
  readonly projects?: string;
  /** Folder for the results. */
  readonly out?: string;
  /** City in whose ledger each double-high zone becomes a finding. */
  readonly findings?: string;
}

/** Options that name the layer of a kind. */
const kindOptions = {
  subsidence: 'subsidence',
  disorder: 'disorder',
  vacant_land: 'vacantLand',
  vacancy: 'vacancy',
  inefficient_land: 'inefficientLand',
} as const satisfies Record<GroundKind, keyof GroundCall>;
const areaKinds: readonly string[] = [
  'subsidence',
  'vacant_land',
  'inefficient_land',
] satisfies readonly AreaKind[];

/**
 * Reads the files that a call names.
 *
 * @throws AfterlodeError CALL_OPTION, FILE_…
 */
export async function documentsOf(call: GroundCall): Promise<GroundDocuments> {
  const kinds: Partial<Record<GroundKind, LayerDocument>> = {};
  for (const [kind, option] of Object.entries(kindOptions)) {
    const path = call[option];
    if (path !== undefined) kinds[kind as GroundKind] = await layerFile(path);
  }
  const covered: Partial<Record<AreaKind, LayerDocument>> = {};
  for (const word of call.covered ?? []) {
    const [kind, path] = coveredWord(word);
    covered[kind] = await layerFile(path);
  }
  const { area, parcels, found, complaints, projects } = call;
  return {
    kinds,
    covered,
    ...(area !== undefined && { area: await layerFile(area) }),
    ...(parcels !== undefined && { parcels: await layerFile(parcels) }),
    ...(found !== undefined && { found: await pointFile(found) }),
    ...(complaints !== undefined && { complaints: await pointFile(complaints) }),
    ...(projects !== undefined && { projects: await pointFile(projects) }),
  };
}

async function layerFile(path: string): Promise<LayerDocument> {
  return { name: path, document: await readTextFile(path) };
}

function coveredWord(word: string): readonly [AreaKind, string] {
  const at = word.indexOf('=');
  const kind = word.slice(0, at).replaceAll('-', '_');
  if (at > 0 && areaKinds.includes(kind)) return [kind as AreaKind, word.slice(at + 1)];
  const expected = phrases.oneOf(areaKinds.map((one) => `${one}=AREA.geojson`).join(', '));
  throw new AfterlodeError('CALL_OPTION', '--covered', { found: word, expected });
}
