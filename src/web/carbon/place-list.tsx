import { useState } from 'react';
import { useSpeak } from '../language.js';
import { plain } from '../pages/overview-filter.js';
import { useClasses } from '../parts/classes.js';
import { useNumbers } from '../parts/facts.js';
import { FlagSign } from '../parts/flag-sign.js';
import { MaybeNumber } from '../parts/number.js';
import { type CarbonRow, sidesOf } from './asked.js';
import { useFigureName } from './place-detail.js';

interface PlaceListProps {
  readonly rows: readonly CarbonRow[];
  readonly chosen: string | null;
  readonly onChoose: (place: string) => void;
}

/** All places with emissions, a line for each inventory and side; a name opens its place above. */
export function PlaceList({ rows, chosen, onChoose }: PlaceListProps) {
  const { w } = useSpeak();
  const [asked, setAsked] = useState('');
  const text = plain(asked);
  const kept = rows.filter(
    ({ place, name }) =>
      text === '' || [place, name?.zh ?? '', name?.en ?? ''].some((one) => plain(one).includes(text)),
  );
  const places = new Set(kept.map(({ place }) => place)).size;
  return (
    <section>
      <div className="page-head">
        <h2>{w('carbonPlaces')}</h2>
        <input
          type="search"
          className="narrow"
          value={asked}
          placeholder={w('carbonSearch')}
          aria-label={w('carbonSearch')}
          onChange={(event) => setAsked(event.target.value)}
        />
      </div>
      <p className="quiet small">{w('carbonShown', { n: places, rows: kept.length })}</p>
      <div className="sideways tall">
        <table className="carbon-places">
          <thead>
            <tr>
              <th scope="col">{w('searchCity')}</th>
              <th scope="col">{w('inventoryWord')}</th>
              {(['co2Change', 'outputChange', 'peopleChange'] as const).map((word) => (
                <th key={word} scope="col" className="amount">
                  {w(word)}
                </th>
              ))}
              <th scope="col">{w('decouplingWord')}</th>
              <th scope="col">{w('peakWord')}</th>
            </tr>
          </thead>
          <tbody>
            {kept.flatMap((row) =>
              sidesOf(row).map(({ isConsumption, side }) => (
                <tr
                  key={`${row.place} ${row.inventory} ${isConsumption}`}
                  data-place={row.place}
                  aria-current={row.place === chosen || undefined}
                >
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => onChoose(row.place)}>
                      <PlaceName row={row} />
                    </button>
                  </th>
                  <Cells row={row} isConsumption={isConsumption} side={side} />
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cells({
  row,
  side,
  isConsumption,
}: { readonly row: CarbonRow } & ReturnType<typeof sidesOf>[number]) {
  const { w } = useSpeak();
  const label = useClasses();
  const nameOf = useFigureName();
  const { signedPercent } = useNumbers();
  const { tapio, peak, peakYear } = side;
  const sidePath = isConsumption ? 'consumption/' : '';
  const why = (path: string, text: string) => (
    <MaybeNumber row={row} path={path}>
      {text}
    </MaybeNumber>
  );
  const isFlagged = peak === 'peaked, passive decline' || tapio.state?.startsWith('recessive') === true;
  return (
    <>
      <td>
        {nameOf(row.inventory)}
        {row.consumption !== null && (
          <span className="note-line quiet">{w(isConsumption ? 'sideConsumption' : 'sideProduction')}</span>
        )}
      </td>
      <td className="amount">{why(`${sidePath}tapio/co2Percent`, signedPercent(tapio.co2Percent))}</td>
      <td className="amount">{why(`${sidePath}tapio/gdpPercent`, signedPercent(tapio.gdpPercent))}</td>
      <td className="amount">{why('populationPercent', signedPercent(row.populationPercent))}</td>
      <td>{tapio.state === null ? w('noData') : label('tapio_state', tapio.state)}</td>
      <td>
        {isFlagged && (
          <span className="flag-mark">
            <FlagSign />
          </span>
        )}{' '}
        {label('peak_status', peak)}{' '}
        {peakYear !== null && peak !== 'too short' && <span className="quiet">{peakYear}</span>}
      </td>
    </>
  );
}

/** Name of a place in the language of the page; a table's own words as they are. */
export function PlaceName({ row }: { readonly row: CarbonRow }) {
  const { t } = useSpeak();
  return <>{row.name === undefined ? row.place : t(row.name)}</>;
}
