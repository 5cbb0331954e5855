import type { Catalog } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { Register } from '../register/index.js';
import { scoreIndex } from './score-index.js';
import type { IndexScores } from './types.js';

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
  const members = listedMembers(panel, register);
  return new Map(
    [...catalog.indices.values()].map((index) => [index.id, scoreIndex(panel, catalog, index, members)]),
  );
}
