import type { Text } from '../base/index.js';
import { registerTotals } from '../register/index.js';
import type { Meta } from './answers.js';
import { indexPeriods, latestPeriod } from './periods.js';
import type { Workspace } from './workspace.js';

/** What a page must know first: pack, catalog, periods, totals, names of classes. */
export async function meta(ws: Workspace, version: string = ws.options.version): Promise<Meta> {
  const { listed, byLevel, byType, byBatch } = registerTotals(ws.register.cities);
  return {
    version,
    pack: { id: ws.pack.id, title: ws.pack.title },
    catalog: {
      version: ws.catalog.version,
      hash: ws.catalog.hash,
      overlays: ws.catalog.overlays.map((overlay) => overlay.name),
    },
    periods: indexPeriods(ws.catalog),
    latest: latestPeriod(ws.catalog),
    totals: { listed, byLevel, byType, byBatch },
    differences: ws.register.differences,
    classes: classLabels(ws),
  };
}

function classLabels(ws: Workspace): Record<string, Record<string, Text>> {
  return Object.fromEntries(
    [...ws.catalog.classes.values()].map((scheme) => [
      scheme.id,
      Object.fromEntries(scheme.classes.map((one) => [one.id, one.label])),
    ]),
  );
}
