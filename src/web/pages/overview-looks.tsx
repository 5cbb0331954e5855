import { useMemo } from 'react';
import type { OverviewRow } from '../../api/contract.js';
import { classLooks, type Look, lightLooks, scoreColour, scoreScale, worstLight } from '../charts/colours.js';
import { ClassLegend, ScoreLegend } from '../charts/legend.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';

export const colourings = ['score', 'type', 'resource', 'light'] as const;
export type Colouring = (typeof colourings)[number];

const noLook: Look = { shape: 'circle', colour: null };

/** How rows look under a colouring, and the legend that says so. */
export function useLooks(rows: readonly OverviewRow[], colouring: Colouring) {
  const meta = useMeta();
  return useMemo(() => {
    const scale = scoreScale(rows.map((row) => row.score));
    const types = classLooks(classIds(meta, 'official_type'));
    const resources = classLooks(classIds(meta, 'resource'));
    const lookOf = (row: OverviewRow): Look => {
      if (colouring === 'type') return types.get(row.type) ?? noLook;
      if (colouring === 'resource') return resources.get(row.resources[0] ?? '') ?? noLook;
      if (colouring === 'light') return lightLooks[worstLight(row.lights)];
      return { shape: 'circle', colour: scoreColour(row.score, scale) };
    };
    return { lookOf, scale, types, resources };
  }, [rows, colouring, meta]);
}

type Looks = ReturnType<typeof useLooks>;

/** Legend of the colouring in force, with the meaning of the size. */
export function OverviewLegend({
  looks,
  colouring,
}: {
  readonly looks: Looks;
  readonly colouring: Colouring;
}) {
  const { w } = useSpeak();
  const label = useClasses();
  const entries = (scheme: string, of: ReadonlyMap<string, Look>) =>
    [...of].map(([key, look]) => ({ key, label: label(scheme, key), look }));
  return (
    <div className="legend" role="group" aria-label={w('legend')}>
      {colouring === 'score' && <ScoreLegend scale={looks.scale} label={w('score')} />}
      {colouring === 'type' && <ClassLegend entries={entries('official_type', looks.types)} />}
      {colouring === 'resource' && <ClassLegend entries={entries('resource', looks.resources)} />}
      {colouring === 'light' && (
        <ClassLegend entries={entries('light', new Map(Object.entries(lightLooks).reverse()))} />
      )}
      <span className="quiet">{w('sizeByPopulation')}</span>
    </div>
  );
}
