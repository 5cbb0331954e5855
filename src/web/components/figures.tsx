import { classLooks, scoreScale } from '../charts/colours.js';
import { ClassLegend, ScoreLegend } from '../charts/legend.js';
import { QuartileStrip } from '../charts/quartile-strip.js';
import { Sparkline } from '../charts/sparkline.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { Group, Sample } from './sample.js';

const rows = [
  { name: 'A', score: 61.25, rank: '3' },
  { name: 'B', score: null, rank: '–' },
];

/** A table with a value that is missing. */
export function FigureTables() {
  const { w, language } = useSpeak();
  return (
    <Group name="tables" title={w('partTables')}>
      <Sample name="FigureTable" when={w('partTablesText')}>
        <FigureTable
          name="sample"
          rows={rows}
          keyOf={({ name }) => name}
          titles={[w('partTablesPlace')]}
          heads={[({ name }) => name]}
          columns={[
            [w('score'), ({ score }) => formatNumber(score, 1, language)],
            [w('rank'), ({ rank }) => rank],
          ]}
        />
      </Sample>
    </Group>
  );
}

/** Small charts and legends. */
export function Charts() {
  const { w } = useSpeak();
  const looks = [...classLooks(['A', 'B', 'C']).entries()];
  return (
    <Group name="charts" title={w('partCharts')}>
      <div className="samples">
        <Sample name="IntervalBar" when={w('partIntervalText')}>
          3 <span className="quiet">1–8</span> <IntervalBar rank={3} interval={[1, 8]} of={20} />
        </Sample>
        <Sample name="Sparkline" when={w('partSparklineText')}>
          <Sparkline values={[3, 4, null, 6, 5, 8]} />
        </Sample>
        <Sample name="QuartileStrip" when={w('partStripText')}>
          <QuartileStrip value={7} q1={2} median={4} q3={6} />
        </Sample>
        <Sample name="ScoreLegend" when={w('partScoreLegendText')}>
          <div className="legend">
            <ScoreLegend scale={scoreScale([30, 89])} label={w('score')} />
          </div>
        </Sample>
        <Sample name="ClassLegend" when={w('partClassLegendText')}>
          <div className="legend">
            <ClassLegend entries={looks.map(([key, look]) => ({ key, label: key, look }))} />
          </div>
        </Sample>
      </div>
    </Group>
  );
}
