import type { ReactNode } from 'react';
import type { AnalysisRows, CityPage } from '../../api/contract.js';
import type { Issue } from '../../base/index.js';
import { pathOf, useAnswer } from '../api.js';
import { hasEmissions } from '../carbon/asked.js';
import { Lacking as LackingForms } from '../carbon/lacking.js';
import { PlaceDetail } from '../carbon/place-detail.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { CityWays } from '../parts/in-view.js';
import { IssueList } from '../parts/issue-list.js';
import { Opening } from '../parts/opening.js';
import { Skeleton } from '../parts/skeleton.js';
import { useCatalog } from '../parts/units.js';
import { JobsFacts } from './city-jobs.js';
import { PeopleFacts } from './city-people.js';
import { StructureFacts } from './city-structure.js';

/** The two latest censuses, which the shipped tables have for every unit. */
const censuses = { from: '2010', to: '2020' };

type Kind = 'population' | 'jobs' | 'structure';
type Row<K extends Kind> = AnalysisRows[K][number];

/** People, jobs and structure between both censuses; each is asked for when it is opened. */
export function CityAnalyses({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const { id, level } = page.city;
  if (level === 'country' || level === 'province') return null;
  return (
    <>
      <Opening title={w('peopleSection')} name="population">
        {() => (
          <Analysis kind="population" city={id}>
            {(row) => <PeopleFacts row={row} />}
          </Analysis>
        )}
      </Opening>
      <Opening title={w('jobsSection')} name="jobs">
        {() => (
          <Analysis kind="jobs" city={id}>
            {(row) => <JobsFacts row={row} />}
          </Analysis>
        )}
      </Opening>
      <Opening title={w('structureSection')} name="structure">
        {() => (
          <Analysis kind="structure" city={id}>
            {(row) => <StructureFacts row={row} />}
          </Analysis>
        )}
      </Opening>
      <Opening title={w('carbonSection')} name="carbon">
        {() => <Emissions city={id} />}
      </Opening>
    </>
  );
}

interface AnalysisProps<K extends Kind> {
  readonly kind: K;
  readonly city: string;
  readonly children: (row: Row<K>) => ReactNode;
}

function Analysis<K extends Kind>({ kind, city, children }: AnalysisProps<K>) {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly Row<K>[]>(
    pathOf(`/api/analyse/${kind}`, { city, ...censuses }),
  );
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  const row = answer?.[0];
  if (row === undefined) return <Skeleton height={320} />;
  return (
    <>
      <p className="quiet">{w('betweenYears', censuses)}</p>
      {children(row)}
      <Lacking missing={row.missing ?? []} issues={row.issues} />
    </>
  );
}

/** Inventories side by side, or what would have to be imported; the page of carbon takes other years and tables. */
function Emissions({ city }: { readonly city: string }) {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<AnalysisRows['carbon']>(
    pathOf('/api/analyse/carbon', { city, ...censuses }),
  );
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={320} />;
  const known = answer.filter(hasEmissions);
  return (
    <>
      <p className="quiet">{w('betweenYears', censuses)}</p>
      {known.length > 0 ? <PlaceDetail rows={known} /> : <LackingForms rows={answer} />}
      <CityWays ways={[[`/carbon?city=${city}`, w('toCarbon')]]} />
    </>
  );
}

/** What is missing by name, in one line, and every other doubt in full. */
function Lacking({
  missing,
  issues,
}: {
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
}) {
  const { w, t } = useSpeak();
  const { answer } = useCatalog();
  const nameOf = (id: string) => {
    const found = answer?.indicators.find((one) => one.id === id);
    return found === undefined ? id : t(found.label);
  };
  const others = issues.filter(({ code }) => code !== 'ANALYSIS_MISSING');
  return (
    <>
      <IssueList issues={others} />
      {missing.length > 0 && (
        <p data-missing={missing.join(' ')}>
          {w('missingInputs', { list: missing.map(nameOf).join(w('listComma')) })}{' '}
          <span className="quiet">{w('missingInputsText')}</span>
        </p>
      )}
    </>
  );
}
