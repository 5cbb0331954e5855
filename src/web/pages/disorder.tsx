import { useState } from 'react';
import { CityFacts, Profile } from '../disorder/city-facts.js';
import { DisorderForm } from '../disorder/disorder-form.js';
import { AgreementTable, CalibrationTable, ElementTable } from '../disorder/element-tables.js';
import { disorderMethods } from '../disorder/methods.js';
import { PlanForm } from '../disorder/plan-form.js';
import { PlanResult } from '../disorder/plan-result.js';
import { ScoreMap } from '../disorder/score-map.js';
import { SegmentDetails } from '../disorder/segment-details.js';
import { SegmentList } from '../disorder/segment-list.js';
import { segmentsCsv } from '../disorder/tables.js';
import { type Scored, useDisorder } from '../disorder/use-disorder.js';
import { SaveButton } from '../exports/save-button.js';
import { formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { MethodLinks } from '../parts/method-links.js';
import { Select } from '../parts/select.js';
import { useTitle } from '../parts/title.js';
import { useAddress } from '../router.js';

/** Street disorder from files of the reader, and where to take pictures. */
export function Disorder() {
  const { t, w } = useSpeak();
  const { query } = useAddress();
  const work = useDisorder(query.get('example') === 'made');
  const { made, scored, planned } = work;
  useTitle(w('disorderTitle'));
  return (
    <div className="reading wide-reading ground streets">
      <h1>{w('disorderTitle')}</h1>
      <p>{w('disorderText')}</p>
      <p>
        <button type="button" className="plain" onClick={work.loadMade} disabled={made}>
          {w('disorderOpenExample')}
        </button>
      </p>
      {made && (
        <div className="note warning" role="note" data-made>
          <strong>{w('disorderMade')}</strong>
          <p>{w('disorderMadeText')}</p>
        </div>
      )}
      <DisorderForm work={work} />
      <div aria-live="polite" aria-busy={scored.busy} data-section="scores">
        {scored.busy && <p className="quiet">{w('zonalBusy')}</p>}
        {scored.error !== null && <ErrorNote error={scored.error} />}
        {scored.answer !== null && (
          <>
            <p className="quiet small">{w('disorderList', { list: t(scored.answer.words.label) })}</p>
            <Result answer={scored.answer} />
          </>
        )}
      </div>
      <section data-section="plan">
        <h2>{w('disorderPlan')}</h2>
        <p>{w('disorderPlanText')}</p>
        <PlanForm work={work} />
        <div aria-live="polite" aria-busy={planned.busy}>
          {planned.busy && <p className="quiet">{w('zonalBusy')}</p>}
          {planned.error !== null && <ErrorNote error={planned.error} />}
          {planned.answer !== null && <PlanResult answer={planned.answer} />}
        </div>
      </section>
      <MethodLinks pages={disorderMethods} />
    </div>
  );
}

function Result({ answer }: { readonly answer: Scored }) {
  const { language, t, w } = useSpeak();
  const [by, setBy] = useState('score');
  const [picked, setPicked] = useState<string | null>(null);
  const { words, map, issues } = answer;
  const dimension = words.dimensions.find(({ id }) => id === by);
  const details = <SegmentDetails answer={answer} picked={picked} />;
  return (
    <>
      {issues.length > 0 && <IssueList issues={issues} />}
      <section data-section="city">
        <h2>{w('disorderCityHead')}</h2>
        <CityFacts answer={answer} />
        <h3>{w('disorderProfile')}</h3>
        <Profile dimensions={words.dimensions} values={answer.city.dimensions} />
      </section>
      <section data-section="segments">
        <h2>{w('disorderSegments')}</h2>
        <div className="zonal-choices">
          <Select
            label={w('colourBy')}
            value={by}
            choices={[
              { value: 'score', label: w('score') },
              ...words.dimensions.map(({ id, label }) => ({ value: id, label: t(label) })),
            ]}
            onChange={setBy}
          />
          <SaveButton name="segments.csv" text={() => segmentsCsv(answer)}>
            {w('disorderSegmentsCsv')}
          </SaveButton>
          {map !== null && (
            <SaveButton name="segments.geojson" text={() => JSON.stringify(map)}>
              {w('disorderSegmentsGeojson')}
            </SaveButton>
          )}
        </div>
        {map === null ? (
          <p className="quiet">{w('disorderNoStreets')}</p>
        ) : (
          <ScoreMap
            answer={answer}
            map={map}
            by={by}
            what={dimension === undefined ? w('score') : t(dimension.label)}
            picked={picked}
            onPick={setPicked}
          >
            {details}
          </ScoreMap>
        )}
        {map === null && details}
        <SegmentList answer={answer} by={by} onBy={setBy} picked={picked} onPick={setPicked} />
      </section>
      <section data-section="elements">
        <h2>{w('disorderElements')}</h2>
        <ElementTable answer={answer} />
      </section>
      <section data-section="agreement">
        <h2>{w('disorderAgreement')}</h2>
        <AgreementTable answer={answer} />
      </section>
      {answer.shares !== null && (
        <section data-section="classes">
          <h2>{w('disorderClasses')}</h2>
          <p>
            {w('disorderClassesOf', { n: answer.shares.images })}{' '}
            {Object.entries(answer.shares.classes)
              .map(([name, share]) => `${name} ${formatShare(share, language, 1)}`)
              .join(w('listComma'))}
          </p>
        </section>
      )}
      {answer.calibration !== null && (
        <section data-section="calibration">
          <h2>{w('disorderCalibration')}</h2>
          <CalibrationTable answer={answer} />
        </section>
      )}
    </>
  );
}
