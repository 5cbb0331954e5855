import type { CSSProperties } from 'react';
import type { VacantLandAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import { Bias, Share } from './figure.js';

type Accuracy = NonNullable<VacantLandAnswer['accuracy']>;

const shares = [
  ['precision', 'idlePrecision'],
  ['recall', 'idleRecall'],
  ['f1', 'idleF1'],
  ['iou', 'idleIou'],
] as const satisfies readonly (readonly [keyof Accuracy, WordKey])[];
/** Fewer blocks give intervals that say little themselves. */
const fewBlocks = 10;

interface AccuracyReportProps {
  readonly accuracy: Accuracy;
  readonly lookedFor: readonly string[];
}

/** What the held-out blocks tell of the model: in words, by class, and as a confusion matrix. */
export function AccuracyReport({ accuracy, lookedFor }: AccuracyReportProps) {
  const { language, w } = useSpeak();
  return (
    <section data-section="accuracy">
      <h2>{w('idleAccuracy')}</h2>
      <p className="quiet small">
        {w(accuracy.by === 'held-out' ? 'idleHeldOut' : 'idleGivenModel', {
          patches: accuracy.patches,
          blocks: accuracy.blocks,
          side: formatNumber(accuracy.blockM, 0, language),
          gap: formatNumber(accuracy.gapM, 1, language),
        })}
      </p>
      {accuracy.blocks < fewBlocks && (
        <p className="note warning">{w('idleFewBlocks', { n: accuracy.blocks })}</p>
      )}
      {lookedFor.map((name) => (
        <Verdict key={name} accuracy={accuracy} name={name} />
      ))}
      <Measures accuracy={accuracy} />
      <Confusion accuracy={accuracy} />
    </section>
  );
}

/** What the figures of a class mean for somebody who goes there. */
function Verdict({ accuracy, name }: { readonly accuracy: Accuracy; readonly name: string }) {
  const { language, w } = useSpeak();
  const [precision, recall, bias] = [
    accuracy.precision[name],
    accuracy.recall[name],
    accuracy.areaBias[name],
  ];
  if (precision?.value == null || recall?.value == null) return <p>{w('idleNotJudged', { name })}</p>;
  const percent = (value: number | null | undefined) => formatShare(value, language);
  const range = (figure: Accuracy['overall']) =>
    w('idleRange', { low: percent(figure.low), high: percent(figure.high) });
  const word =
    bias?.low == null || bias.high == null
      ? null
      : bias.low > 0
        ? 'idleTooMuch'
        : bias.high < 0
          ? 'idleTooLittle'
          : 'idleFitting';
  return (
    <p data-verdict={name}>
      {w('idleVerdict', {
        name,
        right: `${percent(precision.value)} ${range(precision)}`,
        found: `${percent(recall.value)} ${range(recall)}`,
      })}{' '}
      {word !== null && w(word, { percent: percent(Math.abs(bias?.value ?? 0)) })}
    </p>
  );
}

function Measures({ accuracy }: { readonly accuracy: Accuracy }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="idle-measures">
        <thead>
          <tr>
            <th scope="col">{w('idleClass')}</th>
            {shares.map(([measure, word]) => (
              <th key={measure} scope="col" className="amount">
                {w(word)}
              </th>
            ))}
            <th scope="col" className="amount">
              {w('idleBias')}
            </th>
            <th scope="col" className="amount">
              {w('idleExpectedBias')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accuracy.classes.map((name) => (
            <tr key={name} data-measures={name}>
              <th scope="row">{name}</th>
              {shares.map(([measure]) => (
                <td key={measure} className="amount">
                  <Share figure={accuracy[measure][name]} />
                </td>
              ))}
              <td className="amount">
                <Bias figure={accuracy.areaBias[name]} />
              </td>
              <td className="amount">
                <Bias figure={accuracy.expectedBias[name]} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w('idleOverall')}</th>
            <td colSpan={shares.length + 2}>
              <Share figure={accuracy.overall} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Patches by label and by what was told; the darker, the larger the part of its row. */
function Confusion({ accuracy: { classes, confusion } }: { readonly accuracy: Accuracy }) {
  const { language, w } = useSpeak();
  return (
    <div className="sideways">
      <table className="idle-confusion">
        <caption>{w('idleConfusion')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('idleLabelledAs')}</th>
            {classes.map((name) => (
              <th key={name} scope="col" className="amount">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, at) => {
            const sum = row.reduce((total, count) => total + count, 0);
            return (
              <tr key={classes[at]}>
                <th scope="row">{classes[at]}</th>
                {row.map((count, column) => (
                  <td
                    key={classes[column]}
                    className={at === column ? 'amount right' : 'amount'}
                    style={{ '--part': sum === 0 ? 0 : count / sum } as CSSProperties}
                  >
                    {formatNumber(count, 0, language)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
