import { useState } from 'react';
import type { AnnualAnswer, AnnualDimension, AnnualItem, AnnualList, CityPage } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FlagLines } from '../parts/flag-mark.js';
import { LightMark } from '../parts/light-mark.js';
import { MarkTag } from '../parts/mark-tag.js';
import { WhyNumber } from '../parts/number.js';
import { Select } from '../parts/select.js';
import { CitySurvey } from './city-survey.js';

/** The check-up by indicator lists: how much is known, how it stands, and what residents say. */
export function CityAnnual({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const [period, setPeriod] = useState<string | null>(null);
  const base = `/api/cities/${encodeURIComponent(page.city.id)}`;
  const { answer, error, retry } = useAnswer<AnnualAnswer>(pathOf(`${base}/annual`, { period }));
  return (
    <section className="annual" aria-labelledby="annual-title">
      <div className="section-head">
        <h2 id="annual-title">{w('annual')}</h2>
        {answer !== null && (
          <Select
            label={w('period')}
            value={answer.period}
            choices={[...answer.periods].reverse().map((one) => ({ value: one, label: one }))}
            onChange={setPeriod}
          />
        )}
        <a href={`${base}/form`} download>
          {w('formDownload')}
        </a>
      </div>
      <p className="quiet">{w('annualNote')}</p>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer !== null && (
        <>
          <Mismatches answer={answer} />
          {answer.lists.map((list) => (
            <ListDetails key={list.id} list={list} />
          ))}
          {answer.survey.length > 0 && <CitySurvey items={answer.survey} />}
        </>
      )}
    </section>
  );
}

/** What must be read first: figures say well and people badly, or the other way round. */
function Mismatches({ answer }: { readonly answer: AnnualAnswer }) {
  const { w, t } = useSpeak();
  const items = answer.lists.flatMap((list) => list.dimensions.flatMap((one) => one.items));
  const found = answer.mismatches.flatMap((id) => items.find((one) => one.indicator === id) ?? []);
  if (found.length === 0) return null;
  return (
    <div className="note mismatches" data-mismatches={found.length}>
      <h3>{w('mismatches')}</h3>
      <ul>
        {found.map((item) => (
          <li key={item.indicator}>
            <b>{t(item.label)}</b>{' '}
            {item.judgement?.mismatch && (
              <span className="tag">{w(`mismatch_${item.judgement.mismatch}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ListDetails({ list }: { readonly list: AnnualList }) {
  const { w, t } = useSpeak();
  const { measured, items, lights } = list.coverage;
  return (
    <details className="annual-list" data-list={list.id}>
      <summary>
        <b>{t(list.label)}</b> <span className="tag">{w(`listClass_${list.class}`)}</span>{' '}
        <MarkTag mark={list.mark} />{' '}
        <span className="quiet">
          {w('coverageOf', { measured, items })}
          {list.officialCount !== null && ` · ${w('officialItems', { n: list.officialCount })}`}
          {measured > 0 && ` · ${w('lightCounts', lights)}`}
        </span>
      </summary>
      {list.note !== null && <p className="quiet">{t(list.note)}</p>}
      {list.dimensions.map((dimension) => (
        <DimensionTable key={dimension.id} dimension={dimension} />
      ))}
    </details>
  );
}

function DimensionTable({ dimension }: { readonly dimension: AnnualDimension }) {
  const { w, t } = useSpeak();
  const { measured, items } = dimension.coverage;
  return (
    <table className="annual-items">
      <caption>
        {t(dimension.label)} <span className="quiet">{w('coverageOf', { measured, items })}</span>
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{w('indicator')}</th>
          <th scope="col">{w('value')}</th>
          <th scope="col">{w('light')}</th>
        </tr>
      </thead>
      <tbody>
        {dimension.items.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item }: { readonly item: AnnualItem }) {
  const { w, t } = useSpeak();
  const { judgement } = item;
  return (
    <tr data-item={item.id} data-state={item.state}>
      <th scope="row">
        {t(item.label)} {item.fit === 'stand_in' && <span className="tag">{w('standIn')}</span>}{' '}
        {item.mark !== 'D' && <MarkTag mark={item.mark} />}
        {item.definition !== null && <span className="note-line quiet">{t(item.definition)}</span>}
        {item.note !== null && <span className="note-line quiet">{t(item.note)}</span>}
        <FlagLines flags={item.flags} />
        {item.state === 'missing' && (
          <span className="note-line quiet">{w('keptBy', { source: t(item.source) })}</span>
        )}
      </th>
      <td className="amount">
        <ItemValue item={item} />
      </td>
      <td>
        <LightMark light={judgement?.final ?? 'none'} />
        {judgement !== null && judgement.people !== 'none' && (
          <span className="note-line quiet">
            {w('residentsSay')} <LightMark light={judgement.people} />
          </span>
        )}
        {judgement?.mismatch && <span className="tag">{w(`mismatch_${judgement.mismatch}`)}</span>}
        {item.state === 'measured' && <span className="note-line quiet">{w('notJudged')}</span>}
      </td>
    </tr>
  );
}

function ItemValue({ item }: { readonly item: AnnualItem }) {
  const { language, w, t } = useSpeak();
  const unit = { ...item.display, label: t(item.display.label) };
  if (item.value === null) {
    return (
      <span className="quiet">
        {item.state === 'people_only' ? w('peopleOnly') : w('missingItem', { form: item.form })}
        {item.earlier !== null && (
          <span className="note-line">{w('earlierItem', { period: item.earlier })}</span>
        )}
      </span>
    );
  }
  return (
    <>
      <WhyNumber address={item.address}>{formatIn(item.value, unit, language)}</WhyNumber> {unit.label}
      {item.target !== null && (
        <span className="note-line quiet">
          {w('targetOf', { value: `${formatIn(item.target.green, unit, language)} ${unit.label}` })}{' '}
          <MarkTag mark={item.target.mark} />
        </span>
      )}
      {item.plan !== null && (
        <span className="note-line quiet">
          {w('planTargetOf', {
            value: `${formatIn(item.plan.target, unit, language)} ${unit.label}`,
            document: item.plan.document,
          })}
        </span>
      )}
    </>
  );
}
