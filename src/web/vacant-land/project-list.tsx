import { useState } from 'react';
import type { VacantProjectRow } from '../../api/contract.js';
import { type CallError, call, callErrorOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';

interface ProjectListProps {
  readonly projects: readonly VacantProjectRow[];
  readonly onDeleted: () => Promise<void>;
}

/** Labelling projects, the newest first. */
export function ProjectList({ projects, onDeleted }: ProjectListProps) {
  const { w } = useSpeak();
  const [error, setError] = useState<CallError | null>(null);
  if (projects.length === 0) return <p className="quiet">{w('idleNoProjects')}</p>;
  const drop = async (id: string) => {
    setError(null);
    try {
      await call(`/api/vacant-land/projects/${id}`, { method: 'DELETE' });
      await onDeleted();
    } catch (cause) {
      setError(callErrorOf(cause));
    }
  };
  return (
    <>
      {error !== null && <ErrorNote error={error} />}
      <div className="sideways">
        <table className="idle-projects">
          <thead>
            <tr>
              <th scope="col">{w('idleProject')}</th>
              <th scope="col">{w('idleImage')}</th>
              <th scope="col" className="amount">
                {w('idleSize')}
              </th>
              <th scope="col" className="amount">
                {w('idlePolygons')}
              </th>
              <th scope="col">{w('idleBegun')}</th>
              <th scope="col">{w('idleTrainedAt')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <ProjectRow key={project.id} project={project} onDrop={drop} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface ProjectRowProps {
  readonly project: VacantProjectRow;
  readonly onDrop: (id: string) => Promise<void>;
}

/** Deleting asks a second time: labels are an afternoon's work. */
function ProjectRow({ project, onDrop }: ProjectRowProps) {
  const { w } = useSpeak();
  const [asks, setAsks] = useState(false);
  const { id, image, width, height, polygons, at, trained } = project;
  const label = project.made ? w('idleExampleLabel') : project.label;
  return (
    <tr data-project={id}>
      <th scope="row">
        <Link to={`/vacant-land/${id}`}>{label}</Link>
      </th>
      <td>{image}</td>
      <td className="amount">
        {width} × {height}
      </td>
      <td className="amount">{polygons}</td>
      <td>{at.slice(0, 10)}</td>
      <td>{trained === null ? '–' : trained.slice(0, 10)}</td>
      <td>
        {asks ? (
          <>
            <button type="button" className="plain" onClick={() => void onDrop(id)}>
              {w('idleDropSure')}
            </button>{' '}
            <button type="button" className="plain" onClick={() => setAsks(false)}>
              {w('idleKeep')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="plain"
            aria-label={w('idleDropNamed', { name: label })}
            onClick={() => setAsks(true)}
          >
            {w('idleDrop')}
          </button>
        )}
      </td>
    </tr>
  );
}
