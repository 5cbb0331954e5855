import type { GroundRow } from '../../api/contract.js';
import { type GroundKind, groundKinds } from '../../locate/index.js';
import { absent, formatNumber, formatShare } from '../format.js';
import { type Speak, useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import type { WordKey } from '../words.js';

/** Things of a kind that are listed; the workbook has all. */
const most = 8;

/** What amounts of a kind are. */
const amountWords: Readonly<Record<GroundKind, WordKey>> = {
  subsidence: 'sumM2',
  disorder: 'sumM',
  vacant_land: 'sumM2',
  vacancy: 'sumHomes',
  inefficient_land: 'sumM2',
};

/** Why a cell has its number: each kind with its value, what was looked at, and the things it comes from. */
export function CellDetails({ row, isParcel }: { readonly row: GroundRow; readonly isParcel: boolean }) {
  const speak = useSpeak();
  const { w } = speak;
  const label = useClasses();
  return (
    <section data-section="cell" aria-live="polite">
      <h2>{w(isParcel ? 'sumParcelTitle' : 'sumCellTitle', { cell: row.cell })}</h2>
      <p data-why>{reasonOf(row, speak, label)}</p>
      <div className="sideways">
        <table className="estate-table">
          <thead>
            <tr>
              <th scope="col">{w('sumKind')}</th>
              <th scope="col" className="amount">
                {w('sumValue')}
              </th>
              <th scope="col" className="amount">
                {w('sumLooked')}
              </th>
              <th scope="col">{w('sumFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {groundKinds.map((kind) => (
              <KindRow key={kind} row={row} kind={kind} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function reasonOf(row: GroundRow, { w, language }: Speak, label: ReturnType<typeof useClasses>): string {
  const number = (value: number | null) => formatNumber(value, 2, language);
  const facts = {
    final: number(row.final),
    sum: number(row.sum),
    hazard: number(row.values.subsidence),
    n: row.present,
    grade: row.grade === null ? w('sumBelow') : label('subsidence_grade', row.grade),
  };
  if (row.byHazard) return w('sumWhyHazard', facts);
  const driver = row.driver === null ? w('none') : label('ground_kind', row.driver);
  return w('sumWhyMean', { ...facts, driver });
}

function KindRow({ row, kind }: { readonly row: GroundRow; readonly kind: GroundKind }) {
  const { language, w } = useSpeak();
  const label = useClasses();
  const parts = row.parts.filter((part) => part.kind === kind).toSorted((a, b) => b.amount - a.amount);
  const [value, looked] = [row.values[kind], row.measured[kind]];
  const isAmount = kind === 'disorder' || kind === 'vacancy';
  const said = isAmount
    ? w(amountWords[kind], { n: formatNumber(looked, 0, language) })
    : formatShare(looked, language);
  return (
    <tr data-kind={kind}>
      <th scope="row">{label('ground_kind', kind)}</th>
      <td className="amount" data-value>
        {value === null ? w('sumMissing') : formatNumber(value, 2, language)}
      </td>
      <td className="amount">{value === null ? absent : said}</td>
      <td>
        <ul className="sum-parts">
          {parts.slice(0, most).map(({ item, amount, value: one }) => (
            <li key={item}>
              {w('sumPart', {
                item,
                amount: w(amountWords[kind], { n: formatNumber(amount, 0, language) }),
                value: one === null ? w('sumNoValue') : formatNumber(one, 2, language),
              })}
            </li>
          ))}
          {parts.length > most && <li>{w('sumMoreParts', { n: parts.length - most })}</li>}
        </ul>
      </td>
    </tr>
  );
}
