import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { readTextFile } from '../../files/index.js';
import type { GroundKind } from '../../locate/index.js';
import type { AccessCall } from '../access/call.js';
import type { LayerDocument } from '../land/read-layer.js';
import type { GroundLayers } from './base.js';
import type { GroundOptions, GroundWords } from './call.js';
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
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
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

/**
 * Refuses what cannot be done before anything is read.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function checkDocuments(
  { kinds, found, complaints, projects }: GroundDocuments,
  { ledger }: GroundOptions,
  opensFindings: boolean,
): void {
  const hasFindings = found !== undefined || ledger !== null;
  const layers = Object.values(kinds).filter((one) => one !== undefined).length;
  const missing = (option: string, expected: Text) =>
    new AfterlodeError('CALL_OPTION', option, { found: phrases.nothing, expected });
  if (layers === 0 && !hasFindings && complaints === undefined)
    throw missing('--subsidence, --disorder, --vacant-land, --vacancy, --inefficient-land', {
      en: 'at least one layer, or findings and complaints',
      zh: '至少一个图层，或问题点与诉求',
    });
  if (hasFindings && complaints === undefined)
    throw missing('--complaints', {
      en: 'a table of complaints beside the findings',
      zh: '与问题点相对照的诉求表',
    });
  if (!hasFindings && complaints !== undefined)
    throw missing('--found', {
      en: 'findings, or --ledger with a city',
      zh: '问题点，或用 --ledger 指定城市',
    });
  if (projects !== undefined && complaints === undefined)
    throw missing('--complaints', {
      en: 'findings and complaints beside the projects',
      zh: '与项目相对照的问题点和诉求',
    });
  if (opensFindings && complaints === undefined)
    throw missing('--complaints', {
      en: 'findings and complaints, of which --findings opens double-high zones',
      zh: '问题点和诉求（--findings 登记由其得出的“双高”区）',
    });
}
