import { useCallback } from 'react';
import type { VacantProjectAnswer } from '../../api/contract.js';
import { forgetAnswers } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useWay } from '../subsidence/use-run.js';
import { vacantMethods } from '../vacant-land/methods.js';
import { useFresh } from '../vacant-land/use-fresh.js';
import { Workbench } from '../vacant-land/workbench.js';

/** One labelling project: its image with the labels, training, and what training found. */
export function VacantLandProject({ id }: { readonly id: string }) {
  const { w } = useSpeak();
  const path = `/api/vacant-land/projects/${encodeURIComponent(id)}`;
  const { answer, error, reload } = useFresh<VacantProjectAnswer>(path);
  const title =
    answer === null ? w('idleTitle') : answer.project.made ? w('idleExampleLabel') : answer.project.label;
  useTitle(title);
  const renew = useCallback(async () => {
    // Probabilities are others now, under the same address.
    forgetAnswers();
    await reload();
  }, [reload]);
  return (
    <div className="reading wide-reading idle">
      <p className="small">
        <Link to="/vacant-land">{w('idleBack')}</Link>
      </p>
      <h1>{title}</h1>
      {error !== null && <ErrorNote error={error} retry={() => void reload()} />}
      {answer === null && error === null && <Skeleton height={800} />}
      {answer !== null && <Project path={path} all={answer} onTrained={renew} />}
      <MethodLinks pages={vacantMethods} />
    </div>
  );
}

interface ProjectProps {
  readonly path: string;
  readonly all: VacantProjectAnswer;
  readonly onTrained: () => Promise<void>;
}

function Project({ path, all, onTrained }: ProjectProps) {
  const { w } = useSpeak();
  const { project, grid } = all;
  const toCells = useWay(grid);
  return (
    <>
      <p className="quiet">
        {w('idleFacts', {
          image: project.image,
          width: grid.width,
          height: grid.height,
          bands: project.bands.join(', '),
          crs: grid.crs ?? '–',
        })}
      </p>
      {project.made && (
        <div className="note warning" role="note" data-made>
          <strong>{w('madeExample')}</strong>
          <p>{w('idleExampleText')}</p>
        </div>
      )}
      {toCells === null ? (
        <Skeleton height={640} />
      ) : (
        <Workbench path={path} all={all} toCells={toCells} onTrained={onTrained} />
      )}
    </>
  );
}
