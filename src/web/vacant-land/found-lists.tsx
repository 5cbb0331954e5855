import { useState } from 'react';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { MoreButton } from '../parts/more-button.js';
import type { FoundPolygon, NextBlock } from './found.js';

const page = 12;

interface PolygonListProps {
  readonly polygons: readonly FoundPolygon[];
  readonly picked: string | null;
  readonly onPick: (polygon: FoundPolygon) => void;
}

/** What was found, the largest first; a press shows it on the image. */
export function PolygonList({ polygons, picked, onPick }: PolygonListProps) {
  const { language, w } = useSpeak();
  const [most, setMost] = useState(page);
  if (polygons.length === 0) return <p className="quiet">{w('idleNothingFound')}</p>;
  return (
    <>
      <div className="sideways">
        <table className="idle-polygons">
          <thead>
            <tr>
              <th scope="col">{w('idlePolygon')}</th>
              <th scope="col">{w('idleClass')}</th>
              <th scope="col" className="amount">
                {w('idleAreaM2')}
              </th>
              <th scope="col" className="amount">
                {w('idleConfidence')}
              </th>
            </tr>
          </thead>
          <tbody>
            {polygons.slice(0, most).map((one, at) => (
              <tr key={one.id} data-polygon={one.id} aria-current={one.id === picked || undefined}>
                <th scope="row">
                  <button type="button" className="number" onClick={() => onPick(one)}>
                    {at + 1}
                  </button>
                </th>
                <td>{one.class}</td>
                <td className="amount">{formatNumber(one.areaM2, 0, language)}</td>
                <td className="amount">{formatShare(one.confidence, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton all={polygons.length} most={most} step={5 * page} onMost={setMost} />
    </>
  );
}

interface NextListProps {
  readonly blocks: readonly NextBlock[];
  readonly picked: string | null;
  readonly onPick: (block: NextBlock) => void;
}

/** Where to label next; a press goes there. */
export function NextList({ blocks, picked, onPick }: NextListProps) {
  const { language, w } = useSpeak();
  if (blocks.length === 0) return <p className="quiet">{w('idleNoNext')}</p>;
  return (
    <>
      <p className="quiet small">{w('idleNextText')}</p>
      <ol className="idle-next-list">
        {blocks.map((block) => (
          <li key={block.id} data-block={block.id} aria-current={block.id === picked || undefined}>
            <button type="button" className="number" onClick={() => onPick(block)}>
              {w('idleBlock', { place: block.id.replace(',', '–') })}
            </button>{' '}
            <span className="quiet">
              {w('idleUncertain', {
                value: formatNumber(block.uncertainty, 2, language),
                n: formatNumber(block.unlabelled, 0, language),
              })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
