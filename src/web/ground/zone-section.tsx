import type { GroundAnswer } from '../../api/contract.js';
import { absent, formatNumber, formatShare, formatShort } from '../format.js';
import { useSpeak } from '../language.js';

type Found = NonNullable<GroundAnswer['doubleHigh']>;

/** Double-high zones: how they were found, each with what lies in it, and the share of the renewal projects in them. */
export function ZoneSection({ found }: { readonly found: Found }) {
  const { language, w } = useSpeak();
  const { findings, complaints, projects, zones } = found;
  const least = (value: number | null) => (value === null ? absent : formatShort(value, language));
  return (
    <section data-section="zones">
      <h2>{w('sumZones')}</h2>
      <p>
        {w('sumZonesText', {
          cell: found.cellM,
          quantile: formatShare(found.quantile, language),
          findings: least(findings.threshold),
          complaints: least(complaints.threshold),
          cells: found.cells,
          buffer: found.bufferM,
        })}
      </p>
      {projects !== null && (
        <p data-projects={projects.inside}>
          {w('sumProjectShare', {
            n: projects.inside,
            all: projects.all,
            share: formatShare(projects.share, language, 1),
          })}
        </p>
      )}
      {zones.length === 0 ? (
        <p>{w('sumNoZones')}</p>
      ) : (
        <div className="sideways">
          <table className="estate-table">
            <thead>
              <tr>
                <th scope="col">{w('sumZone')}</th>
                <th scope="col" className="amount">
                  {w('sumKm2')}
                </th>
                <th scope="col" className="amount">
                  {w('sumFindings')}
                </th>
                <th scope="col" className="amount">
                  {w('sumComplaints')}
                </th>
                <th scope="col">{w('sumAbout')}</th>
                <th scope="col" className="amount">
                  {w('sumProjects')}
                </th>
                <th scope="col">{w('sumWorst')}</th>
              </tr>
            </thead>
            <tbody>
              {zones.map((zone) => (
                <tr key={zone.zone} data-zone={zone.zone}>
                  <th scope="row">{zone.zone}</th>
                  <td className="amount">{formatNumber(zone.areaM2 / 1e6, 2, language)}</td>
                  <td className="amount">{zone.findings}</td>
                  <td className="amount">{zone.complaints}</td>
                  <td>{zone.kinds.map(({ kind, complaints: n }) => `${kind} ${n}`).join(w('listComma'))}</td>
                  <td className="amount">{zone.projects ?? absent}</td>
                  <td>
                    {zone.worst === null
                      ? absent
                      : `${zone.worst.cell} (${formatNumber(zone.worst.final, 2, language)})`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
