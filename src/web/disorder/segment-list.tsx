import { useMemo, useState } from 'react';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { worstFirst } from './tables.js';
import type { Scored } from './use-disorder.js';

const page = 20;

interface SegmentListProps {
  readonly answer: Scored;
  /** `score` or a dimension. */
  readonly by: string;
  readonly onBy: (by: string) => void;
  readonly picked: string | null;
  readonly onPick: (segment: string) => void;
}

/** Segments from the worst on, by score or by a dimension. */
export function SegmentList({ answer, by, onBy, picked, onPick }: SegmentListProps) {
  const { language, t, w } = useSpeak();
  const [most, setMost] = useState(page);
  const rows = useMemo(() => worstFirst(answer.segments, by), [answer, by]);
  const two = (value: number | null | undefined) => formatNumber(value, 2, language);
  const columns = [
    { id: 'score', label: w('score') },
    ...answer.words.dimensions.map(({ id, label }) => ({ id, label: t(label) })),
  ];
  return (
    <>
      <div className="sideways">
        <table className="street-segments">
          <thead>
            <tr>
              <th scope="col">{w('disorderSegment')}</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" className="amount" aria-sort={by === id ? 'descending' : undefined}>
                  <button
                    type="button"
                    className="sort"
                    aria-label={w('groundSortBy', { what: label })}
                    onClick={() => onBy(id)}
                  >
                    {label} {by === id && '▾'}
                  </button>
                </th>
              ))}
              <th scope="col" className="amount">
                {w('disorderPictures')}
              </th>
              <th scope="col" className="amount">
                {w('disorderCoverage')}
              </th>
              <th scope="col" className="amount">
                {w('disorderLength')}
              </th>
              {answer.city.reference !== null && <th scope="col">{w('disorderAboveShort')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr
                key={row.segment}
                data-segment={row.segment}
                aria-current={picked === row.segment || undefined}
              >
                <th scope="row">
                  <button type="button" className="number" onClick={() => onPick(row.segment)}>
                    {row.segment}
                  </button>
                </th>
                <td className="amount">{two(row.score)}</td>
                {answer.words.dimensions.map(({ id }) => (
                  <td key={id} className="amount">
                    {two(row.dimensions[id])}
                  </td>
                ))}
                <td className="amount">{row.images}</td>
                <td className="amount">{formatShare(row.coverage, language)}</td>
                <td className="amount">{formatNumber(row.lengthM, 0, language)}</td>
                {answer.city.reference !== null && (
                  <td>{row.above === null ? '–' : w(row.above ? 'yes' : 'no')}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" className="plain" onClick={() => setMost(most + 5 * page)}>
          {w('groundMore', { n: Math.min(5 * page, rows.length - most) })}
        </button>
      )}
    </>
  );
}
