import { Fragment } from 'react';
import type { CityPage, MatchAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { formatNumber, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { MarkTag } from '../parts/mark-tag.js';
import { MethodLinks } from '../parts/method-links.js';
import { Opening } from '../parts/opening.js';
import { Skeleton } from '../parts/skeleton.js';
import { CityMeasures } from './city-measures.js';

/** In which way the city lives after its resource, who is like it and what others did; asked for when opened. */
export function CityMatch({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  return (
    <Opening title={w('matchTitle')} name="match">
      {() => <Match page={page} />}
    </Opening>
  );
}

function Match({ page: { city, period } }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const path = `/api/cities/${encodeURIComponent(city.id)}/match`;
  const { answer, error, retry } = useAnswer<MatchAnswer>(pathOf(path, { period }));
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={400} />;
  return (
    <>
      <Mode found={answer} />
      <SimilarCities found={answer} />
      <Cases found={answer} />
      <CityMeasures measures={answer.measures} />
      <p>
        <Link to={`/plan?city=${city.id}`}>{w('cityPlanOpen')}</Link>
      </p>
      <IssueList issues={answer.issues} />
      <MethodLinks pages={[['plan/match', 'matchMethod']]} />
    </>
  );
}

function Mode({ found: { mode, own } }: { readonly found: MatchAnswer }) {
  const { language, w, t } = useSpeak();
  return (
    <dl className="facts">
      <dt>{w('matchMode')}</dt>
      <dd data-mode={mode.label ?? 'untold'}>
        <b>{mode.name === null ? w('matchModeUntold') : t(mode.name)}</b>
        {mode.reasons.map((reason) => (
          <span key={reason.en} className="note-line quiet">
            {t(reason)}
          </span>
        ))}
      </dd>
      {mode.figures.map(({ what, value }) => (
        <Fragment key={what.en}>
          <dt>{t(what)}</dt>
          <dd>{value === null ? w('noData') : formatShort(value, language)}</dd>
        </Fragment>
      ))}
      {own !== null && (
        <>
          <dt>{w('matchOwn')}</dt>
          <dd data-own={own.case}>
            <b>{t(own.mode)}</b> <MarkTag mark={own.mark} />
            {own.cautions.map(({ text }) => (
              <span key={text.en} className="note-line caveat">
                {t(text)}
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function SimilarCities({ found: { similar, period } }: { readonly found: MatchAnswer }) {
  const { language, w, t } = useSpeak();
  if (similar.length === 0) return null;
  return (
    <>
      <h3>{w('matchSimilar')}</h3>
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('matchSimilar')}</th>
              <th scope="col" className="amount">
                {w('matchDistance')}
              </th>
              <th scope="col" className="amount">
                {w('matchShared')}
              </th>
              <th scope="col">{w('matchBecause')}</th>
            </tr>
          </thead>
          <tbody>
            {similar.map(({ city, name, distance, shared, of, because }) => (
              <tr key={city} data-similar={city}>
                <th scope="row">
                  <Link to={`/city/${city}?period=${period}`}>{t(name)}</Link>
                </th>
                <td className="amount">{formatNumber(distance, 2, language)}</td>
                <td className="amount">{`${shared}/${of}`}</td>
                <td>
                  {because.map((one) => (
                    <span key={one.en} className="note-line">
                      {t(one)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cases({ found: { cases } }: { readonly found: MatchAnswer }) {
  const { w } = useSpeak();
  return (
    <>
      <h3>{w('matchCases')}</h3>
      <p className="note">{w('matchCasesNote')}</p>
      <ul className="city-claims">
        {cases.map((one) => (
          <CaseLines key={one.case} one={one} />
        ))}
      </ul>
    </>
  );
}

function CaseLines({ one }: { readonly one: MatchAnswer['cases'][number] }) {
  const { language, w, t } = useSpeak();
  const said = (texts: readonly { readonly text: { readonly en: string; readonly zh: string } }[]) =>
    texts.map(({ text }) => t(text)).join(language === 'zh' ? '；' : '; ');
  return (
    <li data-case={one.case} data-failure={String(one.failure)}>
      {one.failure && <span className="verdict verdict-not">{w('matchFailure')}</span>} <b>{t(one.place)}</b>{' '}
      <span className="tag">{t(one.mode)}</span> {t(one.outcome.text ?? one.outcome.name)}{' '}
      <MarkTag mark={one.mark} />
      <span className="note-line quiet">{one.because.map((each) => t(each)).join(' · ')}</span>
      <span className="note-line">
        {w('matchConditions')}: {said(one.conditions)}
      </span>
      <span className="note-line caveat">
        {w('matchCautions')}: {said(one.cautions)}
      </span>
      <span className="note-line quiet">
        {w('matchSource')}: {one.source.map(({ title }) => t(title)).join(' · ')}
      </span>
    </li>
  );
}
