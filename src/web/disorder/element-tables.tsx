import { useMemo } from 'react';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import { elementMeans } from './tables.js';
import type { Scored } from './use-disorder.js';

/** Labels of elements, as the list of the answer has them. */
function useElements({ words }: Scored) {
  const { t, w } = useSpeak();
  const label = useMemo(() => new Map(words.elements.map((one) => [one.id, one.label])), [words]);
  return (id: string) => {
    const text = label.get(id);
    if (text !== undefined) return t(text);
    return id === 'all' ? w('disorderAllElements') : id;
  };
}

/** Elements with how often they were seen in the city. */
export function ElementTable({ answer }: { readonly answer: Scored }) {
  const { language, t, w } = useSpeak();
  const name = useElements(answer);
  const rows = useMemo(() => elementMeans(answer), [answer]);
  const dimension = new Map(answer.words.dimensions.map(({ id, label }) => [id, t(label)]));
  return (
    <div className="sideways">
      <table className="street-elements">
        <thead>
          <tr>
            <th scope="col">{w('disorderElement')}</th>
            <th scope="col">{w('disorderDimension')}</th>
            <th scope="col" className="amount">
              {w('disorderMeanShare')}
            </th>
            <th scope="col" className="amount">
              {w('disorderSeenOn')}
            </th>
            <th scope="col" className="amount">
              {w('disorderJudgedOn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-element={row.id}>
              <th scope="row">{name(row.id)}</th>
              <td>{dimension.get(row.dimension) ?? row.dimension}</td>
              <td className="amount">{formatShare(row.share, language)}</td>
              <td className="amount">{row.judged === 0 ? '–' : row.seen}</td>
              <td className="amount">{row.judged}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const agreements = [
  ['kappa', 'disorderKappa'],
  ['kappaLinear', 'disorderKappaLinear'],
  ['fleissKappa', 'disorderFleiss'],
  ['alphaNominal', 'disorderAlphaNominal'],
  ['alphaOrdinal', 'disorderAlphaOrdinal'],
  ['alphaInterval', 'disorderAlphaInterval'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** How far auditors agree, by element and in all. */
export function AgreementTable({ answer }: { readonly answer: Scored }) {
  const { language, w } = useSpeak();
  const name = useElements(answer);
  if (answer.agreement === null) return <p className="quiet">{w('disorderOneAuditor')}</p>;
  return (
    <div className="sideways">
      <table className="street-agreement">
        <thead>
          <tr>
            <th scope="col">{w('disorderElement')}</th>
            <th scope="col" className="amount">
              {w('disorderTwice')}
            </th>
            <th scope="col" className="amount">
              {w('disorderAuditors')}
            </th>
            {agreements.map(([id, word]) => (
              <th key={id} scope="col" className="amount">
                {w(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.agreement.map((row) => (
            <tr key={row.element} data-agreement={row.element}>
              <th scope="row">{name(row.element)}</th>
              <td className="amount">{row.images}</td>
              <td className="amount">{row.auditors}</td>
              {agreements.map(([id]) => (
                <td key={id} className="amount">
                  {formatNumber(row[id], 2, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const figures = [
  ['presence', 'disorderRatedPresence'],
  ['squaredError', 'disorderSquared'],
  ['ofMean', 'disorderSquaredMean'],
  ['skill', 'disorderSkill'],
  ['bias', 'disorderBias'],
  ['f1', 'disorderF1'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** What ratings made of the numbers of a model, with the error on held-out groups. */
export function CalibrationTable({ answer }: { readonly answer: Scored }) {
  const { language, w } = useSpeak();
  const name = useElements(answer);
  return (
    <div className="sideways">
      <table className="street-agreement">
        <thead>
          <tr>
            <th scope="col">{w('disorderElement')}</th>
            <th scope="col">{w('disorderUsed')}</th>
            <th scope="col" className="amount">
              {w('disorderRated')}
            </th>
            {figures.map(([id, word]) => (
              <th key={id} scope="col" className="amount">
                {w(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.calibration?.map((row) => (
            <tr key={`${row.element} ${row.from}`} data-calibration={row.element}>
              <th scope="row">{name(row.element)}</th>
              <td>{w(row.used ? 'yes' : 'no')}</td>
              <td className="amount">{row.images}</td>
              {figures.map(([id]) => (
                <td key={id} className="amount">
                  {formatNumber(row[id], 3, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
