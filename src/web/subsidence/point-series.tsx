import type { SubsidenceSeriesAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import type { Picked } from './ground-map.js';
import { PointPlot } from './point-plot.js';

/** The series of the chosen cell, its rate, and the dates as a file. */
export function PointSeries({ run, picked }: { readonly run: string; readonly picked: Picked | null }) {
  const { w } = useSpeak();
  const place = picked && { column: String(picked.column), row: String(picked.row) };
  const base = `/api/subsidence/${encodeURIComponent(run)}/series`;
  const { answer, error, retry, busy } = useAnswer<SubsidenceSeriesAnswer>(place && pathOf(base, place));
  return (
    <section className="ground-series" aria-labelledby="series-title" data-section="series">
      <div className="section-head">
        <h2 id="series-title">{w('groundSeries')}</h2>
        {place !== null && (
          <a className="download" href={pathOf(base, { ...place, format: 'csv' })} download>
            {w('download')}
          </a>
        )}
      </div>
      {picked === null && <p className="quiet">{w('groundSeriesNone')}</p>}
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {picked !== null && answer !== null && (
        <div className={busy ? 'busy' : undefined} aria-live="polite">
          <Facts series={answer} />
          <PointPlot series={answer} />
        </div>
      )}
    </section>
  );
}

function Facts({ series }: { readonly series: SubsidenceSeriesAnswer }) {
  const { language, w } = useSpeak();
  const { column, row, lon, lat, tied, rateMmPerYear, rateErrorMmPerYear } = series;
  const place = w('groundSeriesAt', { row, column });
  return (
    <>
      <p className="quiet small" data-series={`${column},${row}`}>
        {place}
        {lon !== null &&
          lat !== null &&
          ` · ${formatNumber(lon, 5, language)}, ${formatNumber(lat, 5, language)}`}
      </p>
      <p data-rate>
        {rateMmPerYear === null
          ? w(tied ? 'groundSeriesEmpty' : 'groundSeriesUntied')
          : w('groundSeriesRate', {
              rate: formatNumber(rateMmPerYear, 1, language),
              error: formatNumber(rateErrorMmPerYear, 1, language),
            })}
      </p>
    </>
  );
}
