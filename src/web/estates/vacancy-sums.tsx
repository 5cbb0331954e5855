import type { VacancyAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { RateText } from './vacancy-table.js';

/** The rate of the city and how much of it is known; of the example also what is so. */
export function CityRate({
  answer,
  truth,
}: {
  readonly answer: VacancyAnswer;
  readonly truth: number | null;
}) {
  const { language, w } = useSpeak();
  const { city, confidence } = answer;
  return (
    <section data-section="city">
      <h2>{w('vacancyCity')}</h2>
      <p className="estate-city">
        <RateText row={{ rate: city.rate, suppressed: false }} />
      </p>
      <p className="quiet">
        {w('vacancyCoverage', {
          units: formatNumber(city.units, 0, language),
          all: formatNumber(city.unitsAll, 0, language),
          percent: formatShare(city.coverage, language, 1),
          estates: city.estates,
          estatesAll: city.estatesAll,
          confidence: formatShare(confidence, language),
        })}
      </p>
      {truth !== null && <p data-truth>{w('vacancyTruth', { percent: formatShare(truth, language, 1) })}</p>}
    </section>
  );
}

/** Cells of the table of estates; those too small to be told are said to be withheld. */
export function CellTable({ cells }: Pick<VacancyAnswer, 'cells'>) {
  const { language, w } = useSpeak();
  if (cells.length === 0) return null;
  return (
    <section data-section="cells">
      <h2>{w('vacancyCells')}</h2>
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('vacancyCell')}</th>
              <th scope="col">{w('vacancyRate')}</th>
              <th scope="col" className="amount">
                {w('vacancyUnits')}
              </th>
              <th scope="col" className="amount">
                {w('vacancyShareKnown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map((one) => (
              <tr key={one.cell} data-cell={one.cell}>
                <th scope="row">{one.cell}</th>
                <td data-rate>
                  <RateText row={one} />
                </td>
                <td className="amount">{formatNumber(one.unitsAll, 0, language)}</td>
                <td className="amount">{formatShare(one.coverage, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How sources differ from visits, as shares of the units. */
export function SourceTable({ calibration }: Pick<VacancyAnswer, 'calibration'>) {
  const { language, w } = useSpeak();
  const label = useClasses();
  if (calibration.length === 0) return null;
  const share = (value: number | null) => formatShare(value, language, 1);
  return (
    <section data-section="sources">
      <h2>{w('vacancyCalibration')}</h2>
      <p className="quiet small">{w('vacancyCalibrationText')}</p>
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('vacancySourceName')}</th>
              <th scope="col" className="amount">
                {w('vacancyVisited')}
              </th>
              <th scope="col" className="amount">
                {w('vacancyBias')}
              </th>
              <th scope="col" className="amount">
                {w('vacancyBiasError')}
              </th>
              <th scope="col" className="amount">
                {w('vacancySpread')}
              </th>
              <th scope="col">{w('vacancyCalibrated')}</th>
            </tr>
          </thead>
          <tbody>
            {calibration.map((one) => (
              <tr key={one.source} data-source={one.source}>
                <th scope="row">{label('vacancy_source', one.source)}</th>
                <td className="amount">{one.estates}</td>
                <td className="amount">{share(one.bias)}</td>
                <td className="amount">{share(one.biasError)}</td>
                <td className="amount">{share(one.spread)}</td>
                <td>{w(one.calibrated ? 'yes' : 'no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
