import type { ComplexityAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { Link } from '../parts/link.js';
import { cellRows, csvOf } from './rows.js';
import { Scatter } from './scatter.js';

/** What one place lacks: how near it lies and how demanding it is. */
export function PlaceCells({
  answer,
  place,
  called,
}: {
  readonly answer: ComplexityAnswer;
  readonly place: string;
  readonly called: string;
}) {
  const { language, w } = useSpeak();
  const all = cellRows(answer, place, language);
  const lacking = all.filter(({ present }) => !present);
  const figure = (value: number | null, digits = 2) => formatNumber(value, digits, language);
  const head = ['place', 'activity', 'rca', 'mcp', 'density', 'pci', 'cog'];
  const cells = () =>
    csvOf(
      head,
      all.map((row) => [place, row.activity, row.rca, row.present ? 1 : 0, row.density, row.pci, row.gain]),
    );
  return (
    <section data-section="place">
      <h2>{w('complexityPlace', { place: called })}</h2>
      <p className="quiet small">{w('complexityPlaceText')}</p>
      <Scatter place={called} rows={lacking} />
      <FigureTable
        name="cells"
        rows={lacking}
        keyOf={({ activity }) => activity}
        heads={[(row) => `${lacking.indexOf(row) + 1}. ${row.called}`]}
        titles={[w('complexityActivities')]}
        columns={[
          [w('complexityDensity'), ({ density }) => figure(density)],
          [w('complexityPci'), ({ pci }) => figure(pci)],
          [w('complexityGain'), ({ gain }) => figure(gain)],
          [w('complexityRca'), ({ rca }) => figure(rca)],
        ]}
      />
      <SaveButton name="cells.csv" text={cells}>
        {w('complexityCsvCells')}
      </SaveButton>
      {answer.period !== null && (
        <p>
          <Link to={`/successors?city=${encodeURIComponent(place)}&year=${answer.period}`}>
            {w('complexitySuccessors')}
          </Link>
        </p>
      )}
    </section>
  );
}
