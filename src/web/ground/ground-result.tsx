import { useMemo, useState } from 'react';
import type { Computed } from '../brought/use-tables.js';
import { absent, formatNumber, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { IssueList } from '../parts/issue-list.js';
import { Select } from '../parts/select.js';
import type { WordKey } from '../words.js';
import { CellDetails } from './cell-details.js';
import { CellMap, type Overlay, overlays } from './cell-map.js';
import { CellTable } from './cell-table.js';
import { GroundDownloads } from './ground-downloads.js';
import type { GroundField, GroundLoaded } from './ground-form.js';
import { classAt, classesOf, type GroundLook, groundLooks, sortedCells, valueOf } from './looks.js';
import { ZoneSection } from './zone-section.js';

const lookWords: Readonly<Partial<Record<GroundLook, WordKey>>> = {
  final: 'sumFinal',
  sum: 'sumSum',
  present: 'sumPresent',
};
const overlayWords: Readonly<Record<Overlay, WordKey>> = {
  zones: 'sumZones',
  findings: 'sumFindings',
  complaints: 'sumComplaints',
  projects: 'sumProjects',
};

/** What layers and points come to: kinds, map, why a cell has its number, the worst cells, zones, files. */
export function GroundResult({ computed }: { readonly computed: Computed<GroundLoaded, GroundField> }) {
  const { answer } = computed;
  const { rows, summary, doubleHigh, issues, map } = answer;
  const { w } = useSpeak();
  const name = useLookName();
  const [look, setLook] = useState<GroundLook>('final');
  const [over, setOver] = useState<ReadonlySet<Overlay>>(new Set(['zones']));
  const [picked, setPicked] = useState<string | null>(null);
  const sorted = useMemo(() => sortedCells(rows, look), [rows, look]);
  const row = rows.find(({ cell }) => cell === picked);
  const given = overlays.filter((one) => (one === 'zones' ? map.zones.features : map[one]).length > 0);
  const toggle = (one: Overlay) => {
    const next = new Set(over);
    if (!next.delete(one)) next.add(one);
    setOver(next);
  };
  return (
    <>
      {rows.length > 0 && <GroundTotals answer={answer} />}
      {issues.length > 0 && <IssueList issues={issues} />}
      <div className="zonal-choices">
        {rows.length > 0 && (
          <Select
            label={w('zonalColour')}
            value={look}
            choices={groundLooks
              .filter((one) => rows.some((cell) => valueOf(cell, one) !== null))
              .map((one) => ({ value: one, label: name(one) }))}
            onChange={(value) => setLook(value as GroundLook)}
          />
        )}
        <fieldset className="zonal-statistics">
          <legend>{w('sumOver')}</legend>
          {given.map((one) => (
            <label key={one}>
              <input type="checkbox" checked={over.has(one)} onChange={() => toggle(one)} />{' '}
              <i className={`sum-key sum-key-${one}`} /> {w(overlayWords[one])}
            </label>
          ))}
        </fieldset>
      </div>
      <figure className="street-map">
        <CellMap
          {...{ map, rows, look, over, picked }}
          label={w('sumMap', { what: name(look) })}
          onPick={setPicked}
        />
        <figcaption>
          {rows.length > 0 && <Legend look={look} answer={answer} />}
          <p className="quiet small">{w('sumMapHint')}</p>
          <GroundDownloads computed={computed} />
        </figcaption>
      </figure>
      {row !== undefined && <CellDetails row={row} isParcel={summary.cellM === null} />}
      {doubleHigh !== null && <ZoneSection found={doubleHigh} />}
      {rows.length > 0 && (
        <section data-section="cells">
          <h2>{w('sumWorstCells')}</h2>
          <CellTable rows={sorted} picked={picked} onPick={setPicked} />
        </section>
      )}
    </>
  );
}

function useLookName(): (look: GroundLook) => string {
  const { w } = useSpeak();
  const label = useClasses();
  return (look) => {
    const word = lookWords[look];
    return word === undefined ? label('ground_kind', look) : w(word);
  };
}

function Legend({ look, answer: { rows } }: { readonly look: GroundLook; readonly answer: GroundLoaded }) {
  const { language, w } = useSpeak();
  const name = useLookName();
  const counts = new Map<number, number>();
  for (const row of rows) {
    const at = classAt(valueOf(row, look), look);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const bounds = (from: number, to: number) => {
    if (look === 'present' || !Number.isFinite(to)) return formatShort(from, language);
    return w('sumBelowBound', { from: formatShort(from, language), to: formatShort(to, language) });
  };
  return (
    <>
      <p>{name(look)}</p>
      <ol className="zone-legend">
        {classesOf(look).map(({ from, to, colour }, at) => (
          <li key={from}>
            <i style={{ background: colour }} />
            {bounds(from, to)} <span className="quiet">({counts.get(at) ?? 0})</span>
          </li>
        ))}
        <li>
          <i className="none" />
          {w('sumMissing')} <span className="quiet">({counts.get(-1) ?? 0})</span>
        </li>
      </ol>
    </>
  );
}

function GroundTotals({ answer: { summary } }: { readonly answer: GroundLoaded }) {
  const { language, w } = useSpeak();
  const label = useClasses();
  const area = formatNumber(summary.areaM2 / 1e6, 2, language);
  return (
    <>
      <p data-section="totals">
        {summary.cellM === null
          ? w('sumParcelTotals', { n: summary.cells, area })
          : w('sumTotals', { n: summary.cells, side: formatShort(summary.cellM, language), area })}{' '}
        <span className="quiet">
          {summary.plane === null ? w('landEqualArea') : w('landPlane', { plane: summary.plane })}
        </span>
      </p>
      <div className="sideways">
        <table className="sum-kinds">
          <thead>
            <tr>
              <th scope="col">{w('sumKind')}</th>
              <th scope="col" className="amount">
                {w('sumMeasured')}
              </th>
              <th scope="col" className="amount">
                {w('sumAbove0')}
              </th>
              <th scope="col" className="amount">
                {w('sumMean')}
              </th>
            </tr>
          </thead>
          <tbody>
            {summary.kinds.map(({ kind, cells, above0, mean }) => (
              <tr key={kind} data-summary={kind}>
                <th scope="row">{label('ground_kind', kind)}</th>
                <td className="amount">{cells}</td>
                <td className="amount">{above0}</td>
                <td className="amount">{mean === null ? absent : formatNumber(mean, 3, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
