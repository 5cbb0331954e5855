import { useState } from 'react';
import type { ComplexityAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IssueList } from '../parts/issue-list.js';
import { MoreButton } from '../parts/more-button.js';
import { navigate, withQuery } from '../router.js';
import { PlaceCells } from './place.js';
import { activityRows, csvOf, type PlaceRow, placeRows } from './rows.js';

/** Rows shown at first, and added by a press. */
const step = 15;

/** Places, the chosen one of them, and activities. */
export function ComplexityResult({
  answer,
  chosen,
}: {
  readonly answer: ComplexityAnswer;
  readonly chosen: string | null;
}) {
  const { language } = useSpeak();
  const rows = placeRows(answer, language);
  const place = rows.find((row) => row.place === chosen) ?? rows[0];
  return (
    <>
      <Places answer={answer} rows={rows} chosen={place?.place ?? null} />
      {place !== undefined && <PlaceCells answer={answer} place={place.place} called={place.called} />}
      <Activities answer={answer} />
      <IssueList issues={answer.issues} />
    </>
  );
}

interface PlacesProps {
  readonly answer: ComplexityAnswer;
  readonly rows: readonly PlaceRow[];
  readonly chosen: string | null;
}

function Places({ answer, rows, chosen }: PlacesProps) {
  const { language, w } = useSpeak();
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(step);
  const found = rows.filter(({ words }) => words.includes(search.trim().toLowerCase()));
  const figure = (value: number | null) => formatNumber(value, 2, language);
  return (
    <section data-section="places">
      <h2>{w('complexityPlaces')}</h2>
      <label className="field">
        <span className="field-label">{w('complexitySearch')}</span>
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      <div className="sideways" data-table="places">
        <table>
          <thead>
            <tr>
              <th scope="col" className="amount">
                {w('rank')}
              </th>
              <th scope="col">{w('complexityPlaces')}</th>
              <th scope="col" className="amount">
                {w('complexityEci')}
              </th>
              {answer.without !== null && (
                <th scope="col" className="amount">
                  {w('complexityEciWithout')}
                </th>
              )}
              <th scope="col" className="amount">
                {w('complexityDiversity')}
              </th>
              <th scope="col" className="amount">
                {w('complexityOutlook')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((row) => (
              <tr key={row.place} data-row={row.place}>
                <td className="amount">{row.rank}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="as-link"
                    aria-pressed={row.place === chosen}
                    aria-label={w('complexityPlaceChoose', { place: row.called })}
                    onClick={() => navigate(withQuery({ city: row.place }), true)}
                  >
                    {row.called}
                  </button>
                </th>
                <td className="amount">{figure(row.eci)}</td>
                {answer.without !== null && <td className="amount">{figure(row.without)}</td>}
                <td className="amount">{row.diversity}</td>
                <td className="amount">{figure(row.coi)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton all={found.length} most={most} step={step} onMost={setMost} />
      <SaveButton name="places.csv" text={() => placesCsv(rows)}>
        {w('complexityCsvPlaces')}
      </SaveButton>
    </section>
  );
}

function placesCsv(rows: readonly PlaceRow[]): string {
  return csvOf(
    ['rank', 'place', 'name', 'eci', 'eci_without', 'diversity', 'coi'],
    rows.map((row) => [row.rank, row.place, row.called, row.eci, row.without, row.diversity, row.coi]),
  );
}

function Activities({ answer }: { readonly answer: ComplexityAnswer }) {
  const { language, w } = useSpeak();
  const rows = activityRows(answer, language);
  const [most, setMost] = useState(20);
  const figure = (value: number | null) => formatNumber(value, 2, language);
  const csv = () =>
    csvOf(
      ['activity', 'name', 'pci', 'pci_without', 'ubiquity'],
      rows.map((row) => [row.activity, row.called, row.pci, row.without, row.ubiquity]),
    );
  return (
    <section data-section="activities">
      <h2>{w('complexityActivities')}</h2>
      <FigureTable
        name="activities"
        rows={rows.slice(0, most)}
        keyOf={({ activity }) => activity}
        heads={[({ called }) => called]}
        titles={[w('complexityActivities')]}
        columns={[
          [w('complexityPci'), ({ pci }) => figure(pci)],
          ...(answer.without === null
            ? []
            : [
                [w('complexityEciWithout'), ({ without }: (typeof rows)[number]) => figure(without)] as const,
              ]),
          [w('complexityUbiquity'), ({ ubiquity }) => String(ubiquity)],
        ]}
      />
      <MoreButton all={rows.length} most={most} step={20} onMost={setMost} />
      <SaveButton name="activities.csv" text={csv}>
        {w('complexityCsvActivities')}
      </SaveButton>
    </section>
  );
}
