import { useMemo, useState } from 'react';
import type { SubsidenceBuildingsAnswer } from '../../api/contract.js';
import { pathOf } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { Select } from '../parts/select.js';
import type { WordKey } from '../words.js';
import { damageColours } from './ramp.js';
import type { Building } from './use-run.js';

type Amount = 'length_m' | 'depth_mm' | 'rate_mm_yr' | 'tilt_mm_m' | 'settlement_mm' | 'deflection_mm_m';

const amounts: readonly (readonly [name: Amount, word: WordKey, digits: number])[] = [
  ['length_m', 'groundLength', 0],
  ['depth_mm', 'groundDepthMm', 0],
  ['rate_mm_yr', 'groundMaxRate', 1],
  ['tilt_mm_m', 'groundTilt', 2],
  ['settlement_mm', 'groundSettlement', 1],
  ['deflection_mm_m', 'groundDeflection', 3],
];
const page = 25;

interface BuildingTableProps {
  readonly run: string;
  readonly answer: SubsidenceBuildingsAnswer;
  readonly onBuilding: (building: Building) => void;
}

/** Buildings on the zones, by class or by any of their figures, and as files. */
export function BuildingTable({ run, answer, onBuilding }: BuildingTableProps) {
  const { language, w } = useSpeak();
  const [grade, setGrade] = useState('');
  const [by, setBy] = useState<Amount | null>(null);
  const [most, setMost] = useState(page);
  const { rows, total } = answer;
  const grades = [...new Set(rows.flatMap((row) => row.damage_class ?? []))].toSorted();
  const chosen = useMemo(() => sorted(rows, grade, by), [rows, grade, by]);
  if (total === null) return <p className="quiet">{w('groundNoFootprints')}</p>;
  if (total === 0) return <p className="quiet">{w('groundNoBuildings')}</p>;
  const file = (format: string) =>
    pathOf(`/api/subsidence/${encodeURIComponent(run)}/buildings`, { format, lang: language });
  return (
    <>
      <p className="quiet small">{w('groundBuildingText')}</p>
      <div className="zonal-choices">
        <Select
          label={w('groundDamage')}
          value={grade}
          choices={[
            { value: '', label: w('groundAnyClass') },
            ...grades.map((one) => ({ value: one, label: one })),
          ]}
          onChange={setGrade}
        />
        <a className="download" href={file('xlsx')} download>
          {w('groundXlsx')}
        </a>
        <a className="download" href={file('csv')} download>
          {w('download')}
        </a>
        <span className="quiet small">
          {w('groundShownOf', { n: Math.min(most, chosen.length), all: total })}
        </span>
      </div>
      <div className="sideways">
        <table className="ground-buildings">
          <Head by={by} onSort={setBy} />
          <tbody>
            {chosen.slice(0, most).map((row) => (
              <Row key={row.building} row={row} onBuilding={onBuilding} />
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > most && (
        <button type="button" className="plain" onClick={() => setMost(most + 4 * page)}>
          {w('groundMore', { n: Math.min(4 * page, chosen.length - most) })}
        </button>
      )}
    </>
  );
}

function Head({ by, onSort }: { readonly by: Amount | null; readonly onSort: (by: Amount | null) => void }) {
  const { w } = useSpeak();
  return (
    <thead>
      <tr>
        <th scope="col">{w('groundBuilding')}</th>
        <th scope="col">{w('groundZone')}</th>
        <th scope="col" aria-sort={by === null ? 'descending' : undefined}>
          <button
            type="button"
            className="sort"
            aria-label={w('groundSortBy', { what: w('groundDamage') })}
            onClick={() => onSort(null)}
          >
            {w('groundDamage')} {by === null && '▾'}
          </button>
        </th>
        {amounts.map(([name, word]) => (
          <th key={name} scope="col" className="amount" aria-sort={by === name ? 'descending' : undefined}>
            <button
              type="button"
              className="sort"
              aria-label={w('groundSortBy', { what: w(word) })}
              onClick={() => onSort(name)}
            >
              {w(word)} {by === name && '▾'}
            </button>
          </th>
        ))}
        <th scope="col">{w('groundTied')}</th>
      </tr>
    </thead>
  );
}

function Row(props: { readonly row: Building; readonly onBuilding: (building: Building) => void }) {
  const { row, onBuilding } = props;
  const { language, w } = useSpeak();
  const label = useClasses();
  return (
    <tr data-building={row.building}>
      <th scope="row">
        {row.geometry === null ? (
          row.building
        ) : (
          <button type="button" className="number" onClick={() => onBuilding(row)}>
            {row.building}
          </button>
        )}
      </th>
      <td>{row.zone}</td>
      <td>
        <i className="ground-grade" style={{ background: damageColours[row.damage_class ?? ''] }} />{' '}
        {row.damage_class === null ? '–' : label('damage_class', row.damage_class)}
      </td>
      {amounts.map(([name, , digits]) => (
        <td key={name} className="amount">
          {formatNumber(row[name], digits, language)}
        </td>
      ))}
      <td>{w(row.tied === 1 ? 'yes' : 'no')}</td>
    </tr>
  );
}

/** By a figure the largest first, a rate by its size; by class as the answer has them. Missing ones stand last. */
function sorted(rows: readonly Building[], grade: string, by: Amount | null): readonly Building[] {
  const chosen = grade === '' ? rows : rows.filter((row) => row.damage_class === grade);
  if (by === null) return chosen;
  const size = (row: Building) => (row[by] === null ? -1 : Math.abs(row[by]));
  return chosen.toSorted((a, b) => size(b) - size(a));
}
