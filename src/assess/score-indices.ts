import { allAtOnce, type Pieces } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { City, Register } from '../register/index.js';
import { type CompiledIndex, compileIndex } from './compile-index.js';
import { scoreInPieces } from './score-index.js';
import type { IndexScores } from './types.js';
import { withoutDoubt } from './without-doubt.js';

/** Indexes of the listed units in the panel: the reference set of all indices. */
export function listedMembers(panel: Panel, register: Register): readonly number[] {
  return panel.cities.flatMap((id, at) => (register.byId.get(id)?.listed ? [at] : []));
}

/** Scores of all indices of the catalog over the listed units, by index. */
export function scoreIndices(
  panel: Panel,
  catalog: Catalog,
  register: Register,
): ReadonlyMap<string, IndexScores> {
  return allAtOnce(scoreIndicesInPieces(panel, catalog, register));
}

/** As `scoreIndices`, in the pieces of each. */
export function* scoreIndicesInPieces(
  panel: Panel,
  catalog: Catalog,
  register: Register,
): Pieces<ReadonlyMap<string, IndexScores>> {
  const found = new Map<string, IndexScores>();
  for (const index of catalog.indices.values())
    found.set(index.id, yield* listedInPieces(panel, catalog, register, index));
  return found;
}

/** Scores of one index over the listed units, doubtful values left out; faults as of `scoreIndex`. */
export function scoreListed(panel: Panel, catalog: Catalog, register: Register, index: Index): IndexScores {
  return allAtOnce(listedInPieces(panel, catalog, register, index));
}

function* listedInPieces(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  index: Index,
): Pieces<IndexScores> {
  const sure = withoutDoubt(panel, catalog);
  yield;
  const members = listedMembers(panel, register);
  return yield* scoreInPieces(sure, catalog, index, members, cityGroups(panel, register));
}

/** One index over the listed units as the engine runs it, doubtful values left out; faults as of `compileIndex`. */
export function compileListed(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  index: Index,
): CompiledIndex {
  const members = new Uint8Array(panel.cities.length);
  for (const city of listedMembers(panel, register)) members[city] = 1;
  const sure = withoutDoubt(panel, catalog);
  return compileIndex(sure, catalog, index, members, cityGroups(panel, register));
}

/** Groups of the register by which values may be filled in: words by city of the panel. */
function cityGroups(panel: Panel, register: Register): ReadonlyMap<string, readonly string[]> {
  const of = (word: (city: City) => string | null) =>
    panel.cities.map((id) => {
      const city = register.byId.get(id);
      return (city && word(city)) ?? '';
    });
  return new Map([
    ['type', of((city) => city.type)],
    ['level', of((city) => city.level)],
    ['province', of((city) => city.province.en)],
  ]);
}
