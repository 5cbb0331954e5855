import { useState } from 'react';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { agreementOf } from './agreement.js';
import type { Picture } from './messages.js';
import type { Place } from './names.js';
import { isChanged, type Settings, type Step } from './settings.js';
import { wordOf } from './steps-form.js';
import type { Change } from './use-settings.js';

/** A state that was kept, with the ranks it gave. */
interface Version {
  readonly name: string;
  readonly settings: Settings;
  readonly ranks: ReadonlyMap<string, number>;
}

const versionNames: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F'];

interface VersionsProps {
  readonly picture: Picture;
  readonly settings: Settings;
  readonly chosen: Place | null;
  readonly change: Change;
}

/** States kept side by side: A, B and so on, with the index as defined and as it is now, and how far their ranks agree. */
export function Versions({ picture, settings, chosen, change }: VersionsProps) {
  const { w } = useSpeak();
  const [kept, setKept] = useState<readonly Version[]>([]);
  const next = versionNames.find((name) => kept.every((version) => version.name !== name)) ?? '';
  const keep = () => {
    const ranks = new Map(picture.units.map((unit, at) => [unit, picture.ranks[at] as number]));
    setKept([...kept, { name: next, settings, ranks }]);
  };
  return (
    <section className="lab-versions" aria-label={w('labVersions')}>
      <div className="list-head">
        <h2>{w('labVersions')}</h2>
        <p className="quiet">{w('labVersionsText')}</p>
        <button type="button" className="plain" disabled={kept.length === versionNames.length} onClick={keep}>
          {w('labKeep', { name: next })}
        </button>
      </div>
      {kept.length > 0 && (
        <VersionTable
          picture={picture}
          settings={settings}
          chosen={chosen}
          kept={kept}
          onOpen={(version) => change(() => version.settings)}
          onDrop={(version) => setKept(kept.filter((one) => one !== version))}
        />
      )}
    </section>
  );
}

interface TableProps extends Omit<VersionsProps, 'change'> {
  readonly kept: readonly Version[];
  readonly onOpen: (version: Version) => void;
  readonly onDrop: (version: Version) => void;
}

function VersionTable({ picture, settings, chosen, kept, onOpen, onDrop }: TableProps) {
  const { language, w, t } = useSpeak();
  const contentOf = useContent();
  const { units, ranks, ownRanks } = picture;
  const columns = [
    { name: w('labDefined'), ranks: ownRanks, content: '', version: null },
    ...kept.map((version) => ({
      name: version.name,
      ranks: Float64Array.from(units, (unit) => version.ranks.get(unit) ?? Number.NaN),
      content: contentOf(version.settings),
      version,
    })),
    { name: w('labNow'), ranks, content: contentOf(settings), version: null },
  ];
  const at = chosen === null ? -1 : units.indexOf(chosen.id);
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('labVersion')}</th>
            <th scope="col">{w('labContent')}</th>
            {chosen !== null && (
              <th scope="col" className="amount">
                {w('labRankIn', { name: t(chosen.name) })}
              </th>
            )}
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="amount">
                {name}
              </th>
            ))}
            <th scope="col" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {columns.map((row) => (
            <tr key={row.name} data-version={row.version?.name}>
              <th scope="row">{row.name}</th>
              <td>{row.content || absent}</td>
              {chosen !== null && (
                <td className="amount">{formatNumber(row.ranks[at] ?? Number.NaN, 0, language)}</td>
              )}
              {columns.map((column) => (
                <td key={column.name} className="amount">
                  {formatNumber(agreementOf(row.ranks, column.ranks), 3, language)}
                </td>
              ))}
              <td>
                {row.version !== null && <Tools version={row.version} onOpen={onOpen} onDrop={onDrop} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Tools({
  version,
  onOpen,
  onDrop,
}: { readonly version: Version } & Pick<TableProps, 'onOpen' | 'onDrop'>) {
  const { w } = useSpeak();
  const { name } = version;
  return (
    <>
      <button type="button" className="row-open" onClick={() => onOpen(version)}>
        {w('labGoBack', { name })}
      </button>{' '}
      <button
        type="button"
        className="row-open"
        aria-label={w('labDropOf', { name })}
        onClick={() => onDrop(version)}
      >
        {w('labDrop')}
      </button>
    </>
  );
}

/** What of a state differs from the index as defined, in words. */
function useContent(): (settings: Settings) => string {
  const { w } = useSpeak();
  return ({ steps, weights, period }) => {
    const isOther = ([step, choice]: readonly [string, string]) => choice !== 'own' && step !== 'scope';
    const words = Object.entries(steps)
      .filter(isOther)
      .map(([step, choice]) => w(wordOf(step as Step, choice)));
    const changed = isChanged({ steps, weights });
    return [period, ...(changed ? words : [])].filter((word) => word !== null).join(w('listComma'));
  };
}
