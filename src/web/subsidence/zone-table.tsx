import type { SubsidenceRunAnswer, SubsidenceZone } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { Link } from '../parts/link.js';
import type { WordKey } from '../words.js';

const amounts: readonly (readonly [
  word: WordKey,
  digits: number,
  of: (zone: SubsidenceZone) => number | null,
])[] = [
  ['groundAreaHa', 1, (zone) => zone.areaHa],
  ['groundMaxRate', 1, (zone) => zone.rateMmPerYear],
  ['groundDepthMm', 0, (zone) => zone.depthMm],
  ['groundTilt', 2, (zone) => zone.tiltMmPerM],
  ['groundCurvature', 3, (zone) => zone.curvatureMmPerM2],
];
const standing: readonly (readonly [word: WordKey, of: (zone: SubsidenceZone) => number | null])[] = [
  ['groundPeople', (zone) => zone.persons],
  ['groundBuildings', (zone) => zone.buildings],
  ['groundLines', (zone) => zone.linesM],
];

interface ZoneTableProps {
  readonly run: SubsidenceRunAnswer;
  readonly onZone: (zone: SubsidenceZone) => void;
}

/** Zones with their shape, hazard, trend, what stands on them, and where the ledger follows them. */
export function ZoneTable({ run, onZone }: ZoneTableProps) {
  const { w } = useSpeak();
  const { zones } = run.answer;
  if (zones.length === 0) return <p className="quiet">{w('groundNoZones')}</p>;
  return (
    <>
      <p className="quiet small">
        {w(zones[0]?.direction === 'vertical' ? 'groundVertical' : 'groundSight')}
      </p>
      <div className="sideways">
        <table className="ground-zones">
          <thead>
            <tr>
              <th scope="col">{w('groundZone')}</th>
              <th scope="col">{w('groundHazard')}</th>
              <th scope="col">{w('groundTrend')}</th>
              <th scope="col">{w('groundDamage')}</th>
              {[...amounts, ...standing].map(([word]) => (
                <th key={word} scope="col" className="amount">
                  {w(word)}
                </th>
              ))}
              <th scope="col">{w('groundFinding')}</th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <Row key={zone.zone} run={run} zone={zone} onZone={onZone} />
            ))}
          </tbody>
        </table>
      </div>
      <Remarks zones={zones} />
    </>
  );
}

function Row({ run, zone, onZone }: ZoneTableProps & { readonly zone: SubsidenceZone }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const findings = run.findings.filter((one) => one.zone === zone.zone);
  return (
    <tr data-zone={zone.zone}>
      <th scope="row">
        <button type="button" className="number" onClick={() => onZone(zone)}>
          {zone.zone}
        </button>
      </th>
      <td>{label('subsidence_grade', zone.hazard)}</td>
      <td>{label('subsidence_trend', zone.trend)}</td>
      <td>{zone.damageClass === null ? '–' : label('damage_class', zone.damageClass)}</td>
      {amounts.map(([word, digits, of]) => (
        <td key={word} className="amount">
          {formatNumber(of(zone), digits, language)}
        </td>
      ))}
      {standing.map(([word, of]) => (
        <td key={word} className="amount">
          {formatNumber(of(zone), 0, language)}
        </td>
      ))}
      <td>
        {findings.length === 0
          ? '–'
          : findings.map(({ finding, city, name, period }) => (
              <Link key={finding} to={`/city/${city}#ledger-title`} data-finding={finding}>
                {w('groundFindingLink', { city: t(name), period })}
              </Link>
            ))}
      </td>
    </tr>
  );
}

/** What is to be read with each zone; the same remark on several zones stands once. */
function Remarks({ zones }: { readonly zones: readonly SubsidenceZone[] }) {
  const { w, t } = useSpeak();
  const said = new Map<
    string,
    { readonly text: SubsidenceZone['remarks'][number]['text']; zones: string[] }
  >();
  for (const zone of zones)
    for (const { id, text } of zone.remarks) {
      const present = said.get(id) ?? { text, zones: [] };
      said.set(id, { text, zones: [...present.zones, zone.zone] });
    }
  return (
    <ul className="issues">
      {[...said].map(([id, { text, zones: on }]) => (
        <li key={id}>{w('groundRemark', { zones: on.join(w('listComma')), text: t(text) })}</li>
      ))}
    </ul>
  );
}
