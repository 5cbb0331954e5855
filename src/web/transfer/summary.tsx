import type { TransferAnswer } from '../../api/contract.js';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useNumbers } from '../parts/facts.js';
import { MaybeNumber } from '../parts/number.js';
import type { Asked } from './asked.js';
import { change, type TransferRow } from './use-transfer.js';

/** Total, units, amount a head, and that nothing is lost on the way. */
export function Sums({ answer, budget }: { readonly answer: TransferAnswer; readonly budget: number }) {
  const { language, w } = useSpeak();
  const fen = answer.rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const facts: readonly (readonly [of: string, name: string, value: string, unit: string, path?: string])[] =
    [
      [
        'total',
        w('sumTotal'),
        formatNumber(answer.total / 1e8, 4, language),
        w('hundredMillionYuan'),
        'total',
      ],
      ['units', w('sumUnits'), formatNumber(answer.rows.length, 0, language), ''],
      ['head', w('sumPerHead'), formatNumber(answer.perHead, 2, language), '', 'perHead'],
      ['check', w('sumCheck'), formatNumber((fen - Math.round(budget * 100)) / 100, 2, language), w('yuan')],
    ];
  return (
    <div className="headline">
      {facts.map(([of, name, value, unit, path]) => (
        <div key={of} data-sum={of}>
          <span className="quiet">{name}</span>
          <span className="big">
            {path === undefined ? (
              value
            ) : (
              <MaybeNumber row={answer} path={path}>
                {value}
              </MaybeNumber>
            )}{' '}
            <small>{unit}</small>
          </span>
        </div>
      ))}
    </div>
  );
}

interface EffectsProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
  readonly before: ReadonlyMap<string, number>;
}

/** What the changes do to the cities that were changed and to all others together. */
export function Effects({ asked, answer, before }: EffectsProps) {
  const { language, w, t } = useSpeak();
  const { signed, signedPercent } = useNumbers();
  const own = answer.rows.filter(({ city }) => asked.changes.has(city));
  const others = answer.rows.filter(({ city }) => !asked.changes.has(city));
  const was = (rows: readonly TransferRow[]) =>
    rows.reduce((sum, { city }) => sum + (before.get(city) ?? 0), 0);
  const is = (rows: readonly TransferRow[]) => rows.reduce((sum, { amount }) => sum + amount, 0);
  const percent = (rows: readonly TransferRow[]) =>
    signedPercent(was(rows) > 0 ? 100 * (is(rows) / was(rows) - 1) : null);
  const ten = (yuan: number) => formatNumber(yuan / 1e4, 2, language);
  const moved = answer.rows
    .map((row) => ({ row, by: Math.round(100 * (row.amount - (before.get(row.city) ?? 0))) / 100 }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => b.by - a.by);
  const nameOf = (row: TransferRow | undefined) =>
    row === undefined ? absent : row.name === null ? row.city : t(row.name);
  const up = moved.filter(({ by }) => by > 0);
  const down = moved.filter(({ by }) => by < 0);
  const undo = (city: string) => {
    const changes = new Map(asked.changes);
    changes.delete(city);
    change({ changes });
  };
  return (
    <section data-effects={asked.changes.size}>
      <h2>{w('changedWord')}</h2>
      <p className="quiet small">{w('changedText')}</p>
      <ul className="plain-list effects">
        {own.map((row) => {
          const name = nameOf(row);
          return (
            <li key={row.city} data-effect-on={row.city}>
              <b>{name}</b>{' '}
              {w('changedFrom', { before: ten(before.get(row.city) ?? 0), after: ten(row.amount) })}{' '}
              <span className="quiet">{percent([row])}</span>{' '}
              <button type="button" className="plain" onClick={() => undo(row.city)}>
                {w('takeBack', { name })}
              </button>
            </li>
          );
        })}
        {own.length > 0 && others.length > 0 && (
          <li data-effect-on="others">
            {w('changedOthers', {
              n: others.length,
              sum: signed((is(others) - was(others)) / 1e4, 2),
              percent: percent(others),
            })}
          </li>
        )}
        <li data-effect-on="all">
          {moved.length === 0
            ? w('changedNothing')
            : w('changedRange', {
                up: up.length,
                gainer: nameOf(up[0]?.row),
                gain: up[0] === undefined ? absent : signed(up[0].by / 1e4, 2),
                down: down.length,
                loser: nameOf(down.at(-1)?.row),
                loss: signed((down.at(-1)?.by ?? 0) / 1e4, 2),
              })}
        </li>
      </ul>
    </section>
  );
}
