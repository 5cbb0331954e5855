import { useMemo, useState } from 'react';
import type { ZonalAnswer } from '../../api/contract.js';
import { readZones, type ZonalStatistic, zonalStatistics } from '../../locate/index.js';
import { SaveButton } from '../exports/save-button.js';
import { absent, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { MethodLinks } from '../parts/method-links.js';
import { Select } from '../parts/select.js';
import { useTitle } from '../parts/title.js';
import { type ChosenZones, useZonal } from '../zonal/use-zonal.js';
import { zonalCsv } from '../zonal/zonal-csv.js';
import { ZonalForm } from '../zonal/zonal-form.js';
import { ZoneMap } from '../zonal/zone-map.js';

/** Statistics of a raster over zones, both from files of the reader. */
export function Zonal() {
  const { w } = useSpeak();
  const zonal = useZonal();
  const { zones, choices, busy, answer, error } = zonal;
  useTitle(w('zonalTitle'));
  return (
    <div className="reading wide-reading zonal">
      <h1>{w('zonalTitle')}</h1>
      <p>{w('zonalText')}</p>
      <MethodLinks pages={[['locate/zonal', 'method_zonal']]} />
      <ZonalForm zonal={zonal} />
      <div aria-live="polite" aria-busy={busy !== null}>
        {busy !== null && <p className="quiet">{w(busy === 'sending' ? 'zonalSending' : 'zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {answer !== null && zones !== null && (
          <Result
            answer={answer}
            zones={zones}
            zoneId={choices.zoneId}
            crs={zones.crs ?? (choices.zonesCrs || null)}
          />
        )}
      </div>
    </div>
  );
}

interface ResultProps {
  readonly answer: ZonalAnswer;
  readonly zones: ChosenZones;
  readonly zoneId: string;
  readonly crs: string | null;
}

function Result({ answer, zones, zoneId, crs }: ResultProps) {
  const { w } = useSpeak();
  const { rows, issues } = answer;
  const statistics = zonalStatistics.filter((name) => rows[0]?.[name] !== undefined);
  const [asked, setAsked] = useState<ZonalStatistic>('mean');
  const statistic = statistics.includes(asked) ? asked : statistics[0];
  const bands = [...new Map(rows.map((row) => [row.band, row.bandName]))];
  const [askedBand, setBand] = useState('');
  const band = bands.some(([one]) => String(one) === askedBand) ? Number(askedBand) : bands[0]?.[0];
  const named = useMemo(
    () => readZones(zones.text, zones.name, zoneId === '' ? undefined : zoneId).zones,
    [zones, zoneId],
  );
  if (statistic === undefined) return null;
  const shown = rows.filter((row) => row.band === band);
  const values = new Map(shown.map((row) => [row.zone, row[statistic] ?? null]));
  return (
    <>
      {issues.length > 0 && <IssueList issues={issues} />}
      <div className="zonal-choices">
        <Select
          label={w('zonalColour')}
          value={statistic}
          choices={statistics.map((name) => ({ value: name, label: w(`zonal_${name}`) }))}
          onChange={(name) => setAsked(name as ZonalStatistic)}
        />
        {bands.length > 1 && (
          <Select
            label={w('zonalBand')}
            value={String(band)}
            choices={bands.map(([one, name]) => ({
              value: String(one),
              label: [String(one), name ?? ''].join(' ').trim(),
            }))}
            onChange={setBand}
          />
        )}
        <SaveButton name="zonal.csv" text={() => zonalCsv(rows, statistics)}>
          {w('zonalCsv')}
        </SaveButton>
      </div>
      <ZoneMap zones={named} crs={crs} values={values} what={w(`zonal_${statistic}`)} />
      <Table rows={shown} statistics={statistics} />
    </>
  );
}

function Table(props: {
  readonly rows: ZonalAnswer['rows'];
  readonly statistics: readonly ZonalStatistic[];
}) {
  const { language, w } = useSpeak();
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? absent : formatShort(value, language);
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('zonalZone')}</th>
            {props.statistics.map((name) => (
              <th key={name} scope="col" className="amount">
                {w(`zonal_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.zone} data-zone={row.zone}>
              <th scope="row">{row.zone}</th>
              {props.statistics.map((name) => (
                <td key={name} className="amount" data-statistic={name}>
                  {shown(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
