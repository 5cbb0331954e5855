import type { ForestAnswer, ForestRow } from '../../api/contract.js';
import type { Computed } from '../brought/use-tables.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import type { WordKey } from '../words.js';
import type { ForestField } from './example.js';
import { ResultFrame } from './result-frame.js';
import { tableCsv } from './tables-csv.js';

interface ForestResultProps {
  readonly computed: Computed<ForestAnswer, ForestField>;
  readonly path: string;
}

const gaps = {
  sink: 'forestGapSink',
  methodology: 'forestGapMethodology',
  additional: 'forestGapAdditional',
  baseline: 'forestGapBaseline',
  leakage: 'forestGapLeakage',
  buffer: 'forestGapBuffer',
  price: 'forestGapPrice',
} as const satisfies Record<ForestRow['credit']['missing'][number], WordKey>;

/** Stock, sink and credit of forests, each in a table of its own, as they are never added. */
export function ForestResult({ computed, path }: ForestResultProps) {
  const { language, w } = useSpeak();
  const { forests, issues } = computed.answer;
  const of = <T,>(pick: (row: ForestRow) => readonly T[]) =>
    forests.flatMap((row) => pick(row).map((one) => ({ forest: row.forest, one })));
  const stock = of((row) => row.stock);
  const sink = of((row) => row.sink);
  const amount = (value: number | null, digits = 0) => formatNumber(value, digits, language);
  const csv = () =>
    tableCsv(sink, [
      ['forest', ({ forest }) => forest],
      ['from', ({ one }) => one.from],
      ['to', ({ one }) => one.to],
      ['sink_t_co2_yr', ({ one }) => one.sink],
      ['per_ha', ({ one }) => one.perHa],
    ]);
  return (
    <ResultFrame
      computed={computed}
      path={path}
      name="forest"
      issues={issues}
      csv={['restoreSinkCsv', 'sink', csv]}
    >
      <section data-section="stock">
        <h2>{w('forestStock')}</h2>
        <p className="quiet small">{w('forestStockText')}</p>
        <FigureTable
          name="stock"
          rows={stock}
          keyOf={({ forest, one }) => `${forest} ${one.year}`}
          heads={[({ forest }) => forest, ({ one }) => String(one.year)]}
          titles={[w('forestName'), w('restoreYear')]}
          columns={[
            [w('forestHeld'), ({ one }) => amount(one.stock)],
            [w('forestArea'), ({ one }) => amount(one.areaHa)],
            [w('forestVolume'), ({ one }) => amount(one.volumeM3)],
            [w('forestAge'), ({ one }) => amount(one.age)],
          ]}
        />
      </section>
      <section data-section="sink">
        <h2>{w('forestSink')}</h2>
        <p className="quiet small">{w('forestSinkText')}</p>
        <FigureTable
          name="sink"
          rows={sink}
          keyOf={({ forest, one }) => `${forest} ${one.from}`}
          heads={[({ forest }) => forest, ({ one }) => `${one.from}–${one.to}`]}
          titles={[w('forestName'), w('restoreYear')]}
          columns={[
            [w('forestYearly'), ({ one }) => amount(one.sink)],
            [w('forestPerHa'), ({ one }) => amount(one.perHa, 2)],
          ]}
        />
      </section>
      <section data-section="credit">
        <h2>{w('forestCredit')}</h2>
        <p className="quiet small">{w('forestCreditText')}</p>
        <FigureTable
          name="credit"
          rows={forests}
          keyOf={({ forest }) => forest}
          heads={[({ forest }) => forest]}
          titles={[w('forestName')]}
          columns={[
            [w('forestYearly'), ({ credit }) => amount(credit.credit)],
            [w('forestValue'), ({ credit }) => amount(credit.value)],
            [
              w('forestLacks'),
              ({ credit }) => credit.missing.map((gap) => w(gaps[gap])).join(w('restoreComma')) || absent,
            ],
          ]}
        />
      </section>
    </ResultFrame>
  );
}
