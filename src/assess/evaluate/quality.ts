import type { Period } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { DataQuality } from './types.js';

/**
 * Grade of the figures behind an evaluation: those of the index at both ends that are there and not doubtful, as a share of
 * all; bounds in `classes/evaluation_quality` (D), half-open.
 */
export function qualityOf(
  panel: Panel,
  catalog: Pick<Catalog, 'classes'>,
  indicators: readonly string[],
  city: number,
  periods: readonly Period[],
): DataQuality {
  const counts = { missing: 0, doubtful: 0, estimated: 0 };
  for (const indicator of indicators) {
    const column = panel.columns.get(indicator as never);
    for (const period of periods) {
      const cell = city * panel.periods.length + panel.periods.indexOf(period);
      const flags = column?.flags[cell] ?? 0;
      if (Number.isNaN(column?.values[cell] ?? Number.NaN)) counts.missing += 1;
      else if ((flags & flag.doubtful) !== 0) counts.doubtful += 1;
      else if ((flags & flag.estimated) !== 0) counts.estimated += 1;
    }
  }
  const of = indicators.length * periods.length;
  const usable = of === 0 ? 0 : (of - counts.missing - counts.doubtful) / of;
  return { grade: gradeOf(catalog, usable), usable, of, ...counts };
}

function gradeOf({ classes }: Pick<Catalog, 'classes'>, usable: number): string {
  const grades = classes.get('evaluation_quality')?.classes ?? [];
  return (
    grades.find(
      ({ from, to }) =>
        usable >= (from ?? Number.NEGATIVE_INFINITY) && usable < (to ?? Number.POSITIVE_INFINITY),
    )?.id ?? ''
  );
}
