import { parameterValue } from '../../assess/index.js';
import type { BowlSettings } from '../../locate/index.js';
import type { Workspace } from '../workspace.js';

/** Bounds of the catalog in mm and m. */
export function bowlSettings({ catalog }: Pick<Workspace, 'catalog'>): BowlSettings {
  const value = (name: string) => parameterValue(catalog, name);
  // Told in the units of measurement: 0.03 m · 1000 is not quite 30.
  const thousand = (name: string) => Number((value(name) * 1000).toPrecision(12));
  const bounds = (name: string) =>
    [1, 2, 3].map((place) =>
      thousand(`damage_${name}_${place}`),
    ) as unknown as BowlSettings['damage']['tilt'];
  return {
    edgeMm: thousand('subsidence_edge'),
    fastMmPerYear: thousand('subsidence_rate_high'),
    sureErrors: value('subsidence_sure_errors'),
    minimumAreaM2: value('subsidence_zone_area'),
    stillMmPerYear: thousand('subsidence_still_rate'),
    rateBounds: [
      thousand('subsidence_rate_moderate'),
      thousand('subsidence_rate_high'),
      thousand('subsidence_rate_severe'),
    ],
    damage: { tilt: bounds('tilt'), curvature: bounds('curvature'), strain: bounds('strain') },
    strainCoefficientM: value('subsidence_strain_length') || null,
  };
}
