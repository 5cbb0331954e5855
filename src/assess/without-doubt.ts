import type { Catalog } from '../catalog/index.js';
import { type Column, flag, type Panel } from '../observe/index.js';

const kept = new WeakMap<Panel, Panel>();

/**
 * The panel as scores see it: doubtful values are missing, and with them what is computed from them. They stay on pages with
 * their mark. A person overrules by `decide --kind accept`; `quality_doubtful_in_scores` of the catalog lets all take part.
 */
export function withoutDoubt(panel: Panel, catalog: Pick<Catalog, 'parameters'>): Panel {
  if ((catalog.parameters.get('quality_doubtful_in_scores')?.value ?? 0) >= 1) return panel;
  const found = kept.get(panel) ?? {
    ...panel,
    columns: new Map([...panel.columns].map(([id, column]) => [id, sure(column)])),
  };
  kept.set(panel, found);
  return found;
}

function sure(column: Column): Column {
  const { values, flags } = column;
  if (!flags.some((bits) => (bits & flag.doubtful) !== 0)) return column;
  const left = values.map((value, cell) =>
    ((flags[cell] as number) & flag.doubtful) !== 0 ? Number.NaN : value,
  );
  return { ...column, values: left };
}
