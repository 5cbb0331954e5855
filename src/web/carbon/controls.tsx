import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { YearEntry } from '../parts/year-entry.js';
import { navigate, withQuery } from '../router.js';
import type { Asked } from './asked.js';

/** Source, years, drivers and convention; each stands in the address. */
export function CarbonControls({ asked }: { readonly asked: Asked }) {
  const { w } = useSpeak();
  const set = (changes: Readonly<Record<string, string | null>>) => navigate(withQuery(changes), true);
  return (
    <div className="assessment-controls">
      <Select
        label={w('carbonSource')}
        value={asked.own ? 'yes' : ''}
        choices={[
          { value: '', label: w('carbonOfWorkspace') },
          { value: 'yes', label: w('carbonOfTable') },
        ]}
        onChange={(own) => set({ own, city: null })}
      />
      <YearEntry label={w('fromYear')} value={asked.from} onYear={(from) => set({ from })} />
      <YearEntry label={w('toYear')} value={asked.to} onYear={(to) => set({ to })} />
      <Select
        label={w('carbonDrivers')}
        value={asked.chained ? 'yes' : ''}
        choices={[
          { value: '', label: w('carbonEnds') },
          { value: 'yes', label: w('carbonChained') },
        ]}
        onChange={(chained) => set({ chained })}
      />
      <Select
        label={w('carbonBound')}
        value={asked.interval}
        choices={[
          { value: 'coupling', label: w('carbonBoundCoupling') },
          { value: 'decoupling', label: w('carbonBoundDecoupling') },
        ]}
        onChange={(interval) => set({ interval: interval === 'coupling' ? null : interval })}
      />
    </div>
  );
}
