import { AfterlodeError, foreignReason, phrases } from '../../base/index.js';
import { existsAt, fullPlace, placeBelow, placeName, readTextAt } from '../../files/index.js';
import { openRadarStack, type RadarStack } from '../../jobs/index.js';
import { networkOf } from '../../locate/index.js';
import { listPairs } from './pairs.js';

/** A stack of unwrapped pairs whose files are open, to be read by windows. */
export interface OpenStack extends RadarStack {
  /** By pair, what messages call it. */
  readonly names: readonly string[];
  /** Whether a pair has no value in any cell. */
  isEmpty(pair: number): Promise<boolean>;
}

/**
 * Opens a folder of unwrapped pairs, a path or an address.
 *
 * @param wavelengthM of the radar, m; null: as `info.json` of the folder says
 * @param withCoherence whether coherence is wanted
 * @throws AfterlodeError the faults of `listPairs`, `networkOf` and `openRadarStack`; DISPLACEMENT_WAVELENGTH where nobody
 *   names it, DISPLACEMENT_COHERENCE where it is wanted and a pair has none
 */
export async function openStack(
  folder: string,
  wavelengthM: number | null,
  withCoherence: boolean,
): Promise<OpenStack> {
  const listed = await listPairs(folder);
  const names = listed.map(({ name }) => name);
  const network = networkOf(
    listed.map(({ dates }) => dates),
    names,
  );
  const wavelength = wavelengthM ?? (await wavelengthIn(folder));
  const without = listed.find(({ coherence }) => coherence === null);
  if (withCoherence && without)
    throw new AfterlodeError('DISPLACEMENT_COHERENCE', placeName(folder), { found: without.name });
  const stack = await openRadarStack({
    network,
    wavelengthM: wavelength,
    // In full, as others who open them may work in another folder.
    phases: listed.map(({ phase }) => fullPlace(phase)),
    coherences: withCoherence ? listed.map(({ coherence }) => fullPlace(coherence as string)) : null,
  });
  return { ...stack, names, isEmpty: (pair) => isEmpty(stack, pair) };
}

async function isEmpty(stack: RadarStack, pair: number): Promise<boolean> {
  const { grid, block } = stack;
  const { width, height } = grid;
  for (let row = 0; row < height; row += block.height) {
    const window = { column: 0, row, width, height: Math.min(block.height, height - row) };
    if (!(await stack.readChanges(pair, window)).every(Number.isNaN)) return false;
  }
  return true;
}

/** Wavelength of `info.json`, m. */
async function wavelengthIn(folder: string): Promise<number> {
  const place = placeBelow(folder, 'info.json');
  if (!(await existsAt(place)))
    throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', placeName(folder), { found: phrases.none });
  const text = await readTextAt(place);
  const path = placeName(place);
  let found: unknown;
  try {
    found = (JSON.parse(text) as Record<string, unknown> | null)?.wavelength_m;
  } catch (error) {
    throw new AfterlodeError('FILE_FORMAT', path, { found: foreignReason(error), expected: 'JSON' }, error);
  }
  if (typeof found === 'number' && found > 0 && Number.isFinite(found)) return found;
  const said = found === undefined ? phrases.none : JSON.stringify(found);
  throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', path, { found: said });
}
