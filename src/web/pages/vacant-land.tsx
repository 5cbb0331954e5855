import { useState } from 'react';
import type { VacantProject, VacantProjectRow } from '../../api/contract.js';
import { type CallError, call, callErrorOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { navigate, withLanguage } from '../router.js';
import { vacantMethods } from '../vacant-land/methods.js';
import { ProjectForm } from '../vacant-land/project-form.js';
import { ProjectList } from '../vacant-land/project-list.js';
import { useFresh } from '../vacant-land/use-fresh.js';

/** Labelling projects, the worked example, and a form for an image. */
export function VacantLand() {
  const { w } = useSpeak();
  const { answer, error, reload } = useFresh<readonly VacantProjectRow[]>('/api/vacant-land/projects');
  useTitle(w('idleTitle'));
  return (
    <div className="reading wide-reading idle">
      <h1>{w('idleTitle')}</h1>
      <p>{w('idleText')}</p>
      <Example />
      <section data-section="projects">
        <h2>{w('idleProjects')}</h2>
        {error !== null && <ErrorNote error={error} retry={() => void reload()} />}
        {answer === null && error === null && <Skeleton height={80} />}
        {answer !== null && <ProjectList projects={answer} onDeleted={reload} />}
      </section>
      <ProjectForm />
      <MethodLinks pages={vacantMethods} />
    </div>
  );
}

function Example() {
  const { w } = useSpeak();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await call<VacantProject>('/api/vacant-land/example', { method: 'POST' });
      navigate(withLanguage(`/vacant-land/${id}`));
    } catch (cause) {
      setError(callErrorOf(cause));
      setBusy(false);
    }
  };
  return (
    <section className="note" data-section="example">
      <h2>{w('madeExample')}</h2>
      <p>{w('idleExampleText')}</p>
      <button type="button" className="plain" disabled={busy} onClick={() => void open()}>
        {w('openExample')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
