import { AfterlodeError } from '../../base/index.js';
import { fullPlace, hdf5Raster, isAddress, openHdf5, placeName, radarRawForm } from '../../files/index.js';
import type { PairPlace } from '../../jobs/index.js';
import { baselinesOfFolder, type PairBaseline } from './baselines.js';
import { mintpyGrid } from './mintpy.js';
import { type ListedPair, listPairs } from './pairs.js';
import { factsOfFolder, factsOfHdf5, type RadarFacts } from './radar-facts.js';

/** Where everything of a stack lies; lists are by pair. */
export interface ListedStack {
  readonly names: readonly string[];
  readonly dates: readonly (readonly [first: string, second: string])[];
  readonly phases: readonly PairPlace[];
  /** null where they are not wanted. */
  readonly coherences: readonly PairPlace[] | null;
  readonly components: readonly PairPlace[] | null;
  readonly baselines: readonly PairBaseline[] | null;
  readonly facts: RadarFacts;
  /** What positive phase means, where the layout defines it: farther from the satellite; null where its programs leave it open. */
  readonly positive: 'away' | null;
}

/** What besides phase is wanted of a stack. */
export interface Wanted {
  readonly coherence: boolean;
  readonly components: boolean;
}

type Lacking = 'DISPLACEMENT_COHERENCE' | 'DISPLACEMENT_COMPONENT';

/**
 * Lists a folder of pairs, a path or an address, or an `ifgramStack.h5` of MintPy.
 *
 * @throws AfterlodeError the faults of `listPairs`, `radarRawForm` and `openHdf5`; DISPLACEMENT_COHERENCE and
 *   DISPLACEMENT_COMPONENT where they are wanted and a pair has none
 */
export async function listStack(path: string, wanted: Wanted): Promise<ListedStack> {
  return /\.(h5|hdf5|he5)$/i.test(path) ? listIfgramStack(path, wanted) : listFolder(path, wanted);
}

async function listFolder(folder: string, wanted: Wanted): Promise<ListedStack> {
  const { pairs, baselines, files } = await listPairs(folder);
  const placesOf = async (of: (pair: ListedPair) => string | null, code: Lacking) => {
    const places: PairPlace[] = [];
    for (const pair of pairs) {
      const path = of(pair);
      if (path === null) throw new AfterlodeError(code, placeName(folder), { found: pair.name });
      places.push(await placeOf(path, files));
    }
    return places;
  };
  return {
    names: pairs.map(({ name }) => name),
    dates: pairs.map(({ dates }) => dates),
    coherences: wanted.coherence
      ? await placesOf(({ coherence }) => coherence, 'DISPLACEMENT_COHERENCE')
      : null,
    components: wanted.components
      ? await placesOf(({ component }) => component, 'DISPLACEMENT_COMPONENT')
      : null,
    phases: await placesOf(({ phase }) => phase, 'DISPLACEMENT_COHERENCE'),
    baselines: baselines ?? (await baselinesOfFolder(folder)),
    facts: await factsOfFolder(folder),
    positive: pairs.every(({ phase }) => !isRaw(phase)) ? 'away' : null,
  };
}

/** In full, as others who open it may work in another folder. */
async function placeOf(path: string, files: readonly string[]): Promise<PairPlace> {
  if (!isRaw(path)) return fullPlace(path);
  const raw = await radarRawForm(path, files);
  // Files with two bands hold amplitude first.
  return { path: fullPlace(path), band: raw.bands.length - 1, raw };
}

/** An address is that of a GeoTIFF, whatever its name. */
function isRaw(path: string): boolean {
  return !isAddress(path) && !/\.tiff?$/i.test(path);
}

/** MintPy's stack of interferograms: a band for each pair, of which `dropIfgram` may rule some out. */
async function listIfgramStack(path: string, wanted: Wanted): Promise<ListedStack> {
  const file = await openHdf5(path);
  try {
    const has = (name: string) => file.datasets.some((dataset) => dataset.path === name);
    const grid = mintpyGrid(file, 'unwrapPhase');
    const days = file.texts('date').map((day) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
    const kept = has('dropIfgram') ? file.read('dropIfgram') : null;
    const bands = Array.from(
      { length: hdf5Raster(file, 'unwrapPhase', { grid }).bands },
      (_, band) => band,
    ).filter((band) => kept === null || kept[band] !== 0);
    const placesOf = (dataset: string, code: Lacking): PairPlace[] => {
      if (!has(dataset)) throw new AfterlodeError(code, path, { found: dataset });
      return bands.map((band) => ({ path: fullPlace(path), band, dataset, grid }));
    };
    const dates = bands.map((band) => [days[2 * band] ?? '', days[2 * band + 1] ?? ''] as const);
    const metres = has('bperp') ? file.read('bperp') : null;
    return {
      names: dates.map(([first, second]) => `${path}: ${first}_${second}`),
      dates,
      phases: placesOf('unwrapPhase', 'DISPLACEMENT_COHERENCE'),
      coherences: wanted.coherence ? placesOf('coherence', 'DISPLACEMENT_COHERENCE') : null,
      components: wanted.components ? placesOf('connectComponent', 'DISPLACEMENT_COMPONENT') : null,
      baselines:
        metres &&
        bands.map((band, at) => {
          const [first, second] = dates[at] as readonly [string, string];
          return { first, second, metres: metres[band] as number };
        }),
      facts: factsOfHdf5(file),
      positive: 'away',
    };
  } finally {
    file.close();
  }
}
