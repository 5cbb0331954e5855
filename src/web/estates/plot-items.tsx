import type { LandRow } from '../../api/contract.js';
import { formatNumber, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';

type Item = LandRow['items'][number];

/** Items by which a plot was judged, each with what it is held against, and what is known of the plot besides. */
export function PlotItems({ row }: { readonly row: LandRow }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const facts = [
    row.use === null ? null : label('land_use', row.use),
    row.industryName && t(row.industryName),
    w('landBuildingCount', { n: row.buildings }),
    row.withoutStoreys > 0 ? w('landWithoutStoreys', { n: row.withoutStoreys }) : null,
    row.medianFootprintM2 === null
      ? null
      : w('landFootprint', { area: formatNumber(row.medianFootprintM2, 0, language) }),
  ].filter((one) => one !== null);
  return (
    <section data-section="plot" aria-live="polite">
      <h2>{w('landPlotTitle', { plot: row.plot })}</h2>
      <p className="quiet">{facts.join(w('listComma'))}</p>
      {row.items.length === 0 && <p>{w('landNoItems')}</p>}
      {row.items.length > 0 && (
        <div className="sideways">
          <table>
            <thead>
              <tr>
                <th scope="col">{w('landItem')}</th>
                <th scope="col" className="amount">
                  {w('landValue')}
                </th>
                <th scope="col" className="amount">
                  {w('landReference')}
                </th>
                <th scope="col" className="amount">
                  {w('landShortfall')}
                </th>
                <th scope="col">{w('landOutcome')}</th>
              </tr>
            </thead>
            <tbody>
              {row.items.map((item) => (
                <tr key={item.item} data-item={item.item}>
                  <th scope="row">{label('land_item', item.item)}</th>
                  <ItemCells item={item} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {row.items.length > 0 && <p className="quiet small">{w('landByM2')}</p>}
    </section>
  );
}

function ItemCells({ item: { value, reference, shortfall, fails, excused } }: { readonly item: Item }) {
  const { language, w } = useSpeak();
  return (
    <>
      <td className="amount">{formatShort(value, language)}</td>
      <td className="amount">{formatShort(reference, language)}</td>
      <td className="amount">{formatNumber(shortfall, 2, language)}</td>
      <td>{w(excused ? 'landExcused' : fails ? 'landFailed' : 'landMet')}</td>
    </>
  );
}
