import type { LegacyAnswer, LegacyPaceAnswer } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { LegacyField } from './example.js';
import { LegacyChart } from './legacy-chart.js';
import { ResultFrame } from './result-frame.js';
import { tableCsv } from './tables-csv.js';

interface LegacyResultProps {
  readonly computed: Computed<LegacyAnswer, LegacyField>;
  readonly path: string;
}

/** Rates with and without new subsidence, when nothing is left at each pace, and the paths as pictures. */
export function LegacyResult({ computed, path }: LegacyResultProps) {
  const { language, w } = useSpeak();
  const { years, paces, horizon, issues } = computed.answer;
  const mu = (value: number | null) => formatNumber(value, 0, language);
  const share = (value: number | null) => formatShare(value, language, 1);
  const year = (value: number | null) => (value === null ? w('restoreNever') : String(value));
  const nameOf = ({ scenario }: LegacyPaceAnswer) =>
    scenario === 'as_before' ? w('restoreAsBefore') : scenario;
  const most = Math.max(
    1,
    ...paces.flatMap(({ path: own }) => own.map(({ rateOfStart }) => rateOfStart ?? 0)),
  );
  return (
    <ResultFrame
      computed={computed}
      path={path}
      name="legacy"
      issues={issues}
      csv={['restorePathCsv', 'path', () => pathsCsv(paces)]}
    >
      <section data-section="paces">
        <h2>{w('restoreLeft')}</h2>
        <FigureTable
          name="paces"
          rows={paces}
          keyOf={({ scenario }) => scenario}
          heads={[nameOf]}
          titles={[w('restorePace')]}
          columns={[
            [w('restoreNew'), ({ newMu }) => mu(newMu.mid)],
            [w('restoreTreated'), ({ treatedMu }) => mu(treatedMu.mid)],
            [w('restoreGone'), ({ goneYear }) => year(goneYear.mid)],
            [
              w('restoreGoneRange'),
              ({ goneYear: { low, high } }) => (low === high ? year(low) : `${year(low)} – ${year(high)}`),
            ],
            [w('restoreNeeded', { year: horizon }), ({ neededMu }) => mu(neededMu.mid)],
            [w('restoreRateAt', { year: horizon }), ({ path: own }) => share(own.at(-1)?.rate ?? null)],
          ]}
        />
        <div className="roadmap-charts">
          {paces.map((pace) => (
            <LegacyChart key={pace.scenario} pace={pace} name={nameOf(pace)} most={most} />
          ))}
        </div>
        <p className="quiet small">{w('restoreLegend')}</p>
      </section>
      <section data-section="years">
        <h2>{w('restoreYears')}</h2>
        <FigureTable
          name="years"
          rows={years}
          keyOf={(one) => String(one.year)}
          heads={[(one) => String(one.year)]}
          titles={[w('restoreYear')]}
          columns={[
            [w('restoreRegistered'), ({ registeredMu }) => mu(registeredMu)],
            [w('restoreDone'), ({ treatedMu }) => mu(treatedMu)],
            [w('restoreOpen'), ({ openMu }) => mu(openMu)],
            [w('restoreRate'), ({ rate }) => share(rate)],
            [w('restoreRateOfStart'), ({ rateOfStart }) => share(rateOfStart)],
            [w('restorePublished'), ({ published }) => share(published)],
          ]}
        />
      </section>
    </ResultFrame>
  );
}

function pathsCsv(paces: readonly LegacyPaceAnswer[]): string {
  const rows = paces.flatMap(({ scenario, path }) => path.map((one) => ({ scenario, ...one })));
  return tableCsv(rows, [
    ['scenario', ({ scenario }) => scenario],
    ['year', ({ year }) => year],
    ['registered_mu', ({ registeredMu }) => registeredMu],
    ['treated_total_mu', ({ treatedMu }) => treatedMu],
    ['open_mu', ({ openMu }) => openMu],
    ['rate', ({ rate }) => rate],
    ['rate_low', ({ rateLow }) => rateLow],
    ['rate_high', ({ rateHigh }) => rateHigh],
    ['rate_of_start', ({ rateOfStart }) => rateOfStart],
  ]);
}
