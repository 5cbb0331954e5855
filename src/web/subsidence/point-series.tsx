import type { SubsidenceSeriesAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import type { WordKey } from '../words.js';
import type { Picked } from './ground-map.js';
import { PointPlot } from './point-plot.js';

interface PointSeriesProps {
  readonly run: string;
  /** The chosen cell, or the id of the chosen point. */
  readonly picked: Picked | string | null;
  /** Said where nothing is chosen. */
  readonly none: WordKey;
}

/** The series of the chosen cell or point, its rate, and the dates as a file. */
export function PointSeries({ run, picked, none }: PointSeriesProps) {
  const { w } = useSpeak();
  const place = picked === null ? null : placeOf(picked);
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
      {picked === null && <p className="quiet">{w(none)}</p>}
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

function placeOf(picked: Picked | string): Readonly<Record<string, string>> {
  if (typeof picked === 'string') return { point: picked };
  return { column: String(picked.column), row: String(picked.row) };
}

function Facts({ series }: { readonly series: SubsidenceSeriesAnswer }) {
  const { language, w } = useSpeak();
  const { column, row, point, lon, lat, tied, rateMmPerYear, rateErrorMmPerYear } = series;
  const place = point === null ? w('groundSeriesAt', { row, column }) : w('groundPointAt', { id: point });
  const without = tied ? 'groundSeriesEmpty' : 'groundSeriesUntied';
  return (
    <>
      <p className="quiet small" data-series={point ?? `${column},${row}`}>
        {place}
        {lon !== null &&
          lat !== null &&
          ` · ${formatNumber(lon, 5, language)}, ${formatNumber(lat, 5, language)}`}
      </p>
      <p data-rate>
        {rateMmPerYear === null
          ? w(point === null ? without : 'groundPointGaps')
          : w('groundSeriesRate', {
              rate: formatNumber(rateMmPerYear, 1, language),
              error: formatNumber(rateErrorMmPerYear, 1, language),
            })}
      </p>
    </>
  );
}
