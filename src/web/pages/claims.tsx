import { Fragment, useId } from 'react';
import type { ClaimAnswer, ClaimsAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MarkTag } from '../parts/mark-tag.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';
import type { WordKey } from '../words.js';
import { ClaimInFull } from './claim-in-full.js';
import { ClaimNumber } from './claim-number.js';

type Verdict = ClaimAnswer['verdict'];

const verdicts: Readonly<Record<Verdict, { readonly word: WordKey; readonly look: string }>> = {
  holds: { word: 'verdict_holds', look: 'holds' },
  'holds only if': { word: 'verdict_only_if', look: 'only-if' },
  'does not hold': { word: 'verdict_not', look: 'not' },
  'cannot be checked': { word: 'verdict_unchecked', look: 'unchecked' },
};

/** Published statements with verdict, each opening to its recomputation. */
export function Claims() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<ClaimsAnswer>('/api/claims');
  const { query } = useAddress();
  const asked = query.get('verdict');
  useTitle(w('claimsTitle'));
  const shown = answer?.filter((one) => asked === null || one.verdict === asked) ?? [];
  return (
    <div className="reading wide-reading">
      <h1>{w('claimsTitle')}</h1>
      <p>{w('claimsText')}</p>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={800} />}
      {answer !== null && (
        <>
          <VerdictFilter all={answer} asked={asked} />
          <ClaimTable shown={shown} open={query.get('claim')} />
          <p className="quiet small">{w('ownClaims')}</p>
        </>
      )}
    </div>
  );
}

function VerdictFilter({ all, asked }: { readonly all: ClaimsAnswer; readonly asked: string | null }) {
  const { w } = useSpeak();
  return (
    <p className="jump">
      {Object.entries(verdicts).map(([verdict, { word, look }]) => (
        <button
          key={verdict}
          type="button"
          className={`plain verdict verdict-${look}`}
          aria-pressed={asked === verdict}
          onClick={() => navigate(withQuery({ verdict: asked === verdict ? null : verdict }), true)}
        >
          {w(word)} {all.filter((one) => one.verdict === verdict).length}
        </button>
      ))}
    </p>
  );
}

function ClaimTable({ shown, open }: { readonly shown: ClaimsAnswer; readonly open: string | null }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="claims">
        <thead>
          <tr>
            <th scope="col">{w('verdict')}</th>
            <th scope="col">{w('claim')}</th>
            <th scope="col">{w('published')}</th>
            <th scope="col">{w('recomputed')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <ClaimRow key={one.id} claim={one} open={open === one.id} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClaimRow({ claim, open }: { readonly claim: ClaimAnswer; readonly open: boolean }) {
  const { w, t } = useSpeak();
  const more = useId();
  const { word, look } = verdicts[claim.verdict];
  const figures = claim.readings[0]?.figures ?? [];
  const toggle = () => navigate(withQuery({ claim: open ? null : claim.id }), true);
  return (
    <>
      <tr data-claim={claim.id}>
        <td>
          <span className={`tag verdict verdict-${look}`}>{w(word)}</span>
        </td>
        <th scope="row">
          <button
            type="button"
            className="row-open"
            aria-expanded={open}
            aria-controls={more}
            title={w('showClaim', { claim: t(claim.claim) })}
            onClick={toggle}
          >
            {t(claim.claim)}
          </button>
          {claim.condition !== null && <span className="note-line">{t(claim.condition)}</span>}
          <span className="note-line quiet">
            {t(claim.source.title)}; {claim.source.where} <MarkTag mark={claim.source.mark} />
          </span>
        </th>
        <td>
          {figures.map((one) => (
            <Fragment key={one.id}>
              <ClaimNumber value={one.published} unit={one.unit} is={one.is} />
              <br />
            </Fragment>
          ))}
        </td>
        <td>
          {figures.map((one) => (
            <Fragment key={one.id}>
              <ClaimNumber value={one.recomputed} unit={one.unit} like={one.published} />
              <br />
            </Fragment>
          ))}
        </td>
      </tr>
      {open && (
        <tr className="more" id={more}>
          <td colSpan={4}>
            <p>{t(claim.reason)}</p>
            <ClaimInFull id={claim.id} />
          </td>
        </tr>
      )}
    </>
  );
}
