import { useMemo, useState } from 'react';
import type { CityPlanAnswer } from '../../api/contract.js';
import { type ReportFormat, reportFormats } from '../../report/index.js';
import { type CallError, callErrorOf, postForFile, usePost } from '../api.js';
import { PlanCompare } from '../city-plan/compare.js';
import { examplePlans } from '../city-plan/example.js';
import { PlanFindings } from '../city-plan/findings.js';
import { type PlanChoice, PlanForm } from '../city-plan/form.js';
import { PlanMeasures } from '../city-plan/measures.js';
import { PlanScenarioView } from '../city-plan/scenario.js';
import { yearsCsv } from '../city-plan/years-csv.js';
import { SaveButton } from '../exports/save-button.js';
import { offerBlob } from '../exports/save-file.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';

const nothing: PlanChoice = { scenarios: [], budget: null };

/** From the findings of a city to measures, years, expected change and the re-check; scenarios side by side. */
export function Plan() {
  const { w } = useSpeak();
  useTitle(w('cityPlanTitle'));
  const { query } = useAddress();
  const city = query.get('city') ?? '';
  const isExample = query.get('example') === '1';
  const [own, setOwn] = useState(nothing);
  const choice = isExample ? { scenarios: examplePlans, budget: own.budget } : own;
  const body = useMemo(
    () => ({
      scenarios: choice.scenarios,
      ...(choice.budget !== null && { budget: choice.budget.text }),
    }),
    [choice.scenarios, choice.budget],
  );
  const path = `/api/cities/${encodeURIComponent(city)}/plan`;
  const { answer, error, busy, retry } = usePost<CityPlanAnswer>(path, city === '' ? null : body);
  const choose = (next: PlanChoice) => {
    if (isExample && next.scenarios !== examplePlans) navigate(withQuery({ example: null }), true);
    setOwn(next);
  };
  return (
    <div className="reading wide-reading estates">
      <h1>{w('cityPlanTitle')}</h1>
      <p>{w('cityPlanText')}</p>
      <PlanForm city={city} choice={choice} onChoice={choose} />
      <div aria-live="polite" aria-busy={busy}>
        {error !== null && <ErrorNote error={error} retry={retry} />}
        {isExample && (
          <div className="note warning" role="note" data-made>
            <p>{w('cityPlanExample')}</p>
          </div>
        )}
        {busy && answer === null && <Skeleton height={400} />}
        {city !== '' && answer !== null && error === null && (
          <PlanAnswer answer={answer} report={`${path}/report`} body={body} />
        )}
      </div>
      <MethodLinks
        pages={[
          ['plan/plan', 'cityPlanMethod'],
          ['plan/match', 'matchMethod'],
        ]}
      />
    </div>
  );
}

interface PlanAnswerProps {
  readonly answer: CityPlanAnswer;
  readonly report: string;
  readonly body: object;
}

function PlanAnswer({ answer, report, body }: PlanAnswerProps) {
  const { w } = useSpeak();
  const { scenarios } = answer;
  return (
    <>
      <PlanFindings plan={answer} />
      <PlanMeasures plan={answer} />
      {scenarios.length === 0 && <p className="quiet">{w('cityPlanNoFiles')}</p>}
      {scenarios.length > 0 && <PlanCompare plan={answer} />}
      {scenarios.map((one) => (
        <PlanScenarioView key={one.scenario} one={one} />
      ))}
      <Downloads answer={answer} report={report} body={body} />
    </>
  );
}

function Downloads({ answer, report, body }: PlanAnswerProps) {
  const { language, w } = useSpeak();
  const [error, setError] = useState<CallError | null>(null);
  const ask = (format: ReportFormat) => {
    setError(null);
    postForFile(report, { ...body, format, lang: language }).then(
      (file) => offerBlob(`plan-${answer.city}.${format}`, file),
      (cause: unknown) => setError(callErrorOf(cause)),
    );
  };
  return (
    <div className="zonal-choices">
      {answer.scenarios.length > 0 && (
        <SaveButton name="measures.csv" text={() => yearsCsv(answer.scenarios)}>
          {w('cityPlanCsv')}
        </SaveButton>
      )}
      {reportFormats.map((format) => (
        <button key={format} type="button" className="plain" onClick={() => ask(format)}>
          {`${w('cityPlanReport')} (${format.toUpperCase()})`}
        </button>
      ))}
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}
