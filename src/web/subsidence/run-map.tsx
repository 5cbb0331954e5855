import { useMemo } from 'react';
import type { SubsidenceRunAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { type ToCells, windowAround } from './cells.js';
import { GroundLegend } from './ground-legend.js';
import { GroundMap } from './ground-map.js';
import { largest, roundUp } from './ramp.js';
import { TimeSlider } from './time-slider.js';
import { type CellsAsked, useCells } from './use-cells.js';
import type { Building, View } from './use-run.js';

interface RunMapProps {
  readonly id: string;
  readonly run: SubsidenceRunAnswer;
  readonly toCells: ToCells;
  readonly view: View;
  readonly onView: (changes: Partial<View>) => void;
  readonly buildings: readonly Building[];
}

/** End of the colours for cells, in their unit; null until they are read. */
function useLimit(asked: CellsAsked): number | null {
  const { cells } = useCells(asked);
  return useMemo(() => cells && roundUp(largest(cells.values)), [cells]);
}

/** The map of a run with its choices, legend and dates. */
export function RunMap({ id, run, toCells, view, onView, buildings }: RunMapProps) {
  const { w } = useSpeak();
  const { layer, date, area, picked } = view;
  const window = useMemo(() => {
    const shape = run.zones.features.find((one) => one.id === area)?.geometry;
    return shape && run.grid ? windowAround(shape, toCells, run.grid) : null;
  }, [run, toCells, area]);
  const { cells, error } = useCells({ run: id, layer, date, window });
  // The colours of all dates are those of the last, so that the picture tells the growth.
  const last = run.answer.dates.at(-1) as string;
  const rates = useLimit({ run: id, layer: 'rate', date: null, window });
  const motions = useLimit({ run: id, layer: 'cumulative', date: last, window });
  const limit = cells?.layer === 'rate' ? rates : motions;
  const damage = [...new Set(buildings.flatMap((one) => one.damage_class ?? []))].toSorted();
  const what = w(layer === 'rate' ? 'groundRate' : 'groundCumulative');
  return (
    <section data-section="map">
      <div className="zonal-choices controls">
        <Select
          label={w('groundShow')}
          value={layer}
          choices={[
            { value: 'rate', label: w('groundRate') },
            { value: 'cumulative', label: w('groundCumulative') },
          ]}
          onChange={(value) => onView({ layer: value === 'rate' ? 'rate' : 'cumulative' })}
        />
        <Select
          label={w('groundArea')}
          value={area ?? ''}
          choices={[
            { value: '', label: w('groundWhole') },
            ...run.answer.zones.map(({ zone }) => ({ value: zone, label: `${w('groundZone')} ${zone}` })),
          ]}
          onChange={(value) => onView({ area: value === '' ? null : value })}
        />
      </div>
      {error !== null && <ErrorNote error={error} />}
      {(cells === null || limit === null) && error === null && <Skeleton height={420} />}
      {cells !== null && limit !== null && (
        <figure className="ground-map">
          <GroundMap
            {...{ run, cells, toCells, buildings, limit, what, picked }}
            onPick={(cell) => onView({ picked: cell })}
          />
          <GroundLegend layer={cells.layer} limit={limit} damage={damage} />
        </figure>
      )}
      <TimeSlider
        dates={run.answer.dates}
        date={date}
        onDate={(day) => onView({ layer: 'cumulative', date: day })}
      />
      <p className="quiet small">
        {w('groundMapHint')} {cells !== null && cells.step > 1 && w('groundCoarse', { step: cells.step })}
      </p>
    </section>
  );
}
