import type { CityPage } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { CityAnalyses } from './city-analyses.js';
import { CityAnnual } from './city-annual.js';
import { CityContents } from './city-contents.js';
import { CityBoundaries, CityMissing, CitySources } from './city-end.js';
import { CityFigures } from './city-figures.js';
import { CityFindings } from './city-findings.js';
import { CityGround } from './city-ground.js';
import { CityIdentity } from './city-identity.js';
import { CityKind } from './city-kind.js';
import { CityLedger } from './city-ledger.js';
import { CityPlanning } from './city-planning.js';
import { CityReports } from './city-reports.js';
import { CityStanding } from './city-standing.js';
import { CityClaims, CityInShort } from './city-story.js';

/** One unit: who it is, how it stands, its figures, what follows from them and what is not known. */
export function City({ id }: { readonly id: string }) {
  const { w, t } = useSpeak();
  const asked = useAddress().query.get('period');
  const path = pathOf(`/api/cities/${encodeURIComponent(id)}/page`, { period: asked });
  const { answer, error, busy, retry } = useAnswer<CityPage>(path);
  useTitle(answer === null ? id : t(answer.city.name));
  if (error !== null) {
    return (
      <div className="reading">
        <ErrorNote error={error} retry={retry} />
        <Link to="/">{w('toOverview')}</Link>
      </div>
    );
  }
  if (answer === null) return <Skeleton height={900} />;
  return (
    <article className={busy ? 'city busy' : 'city'} aria-busy={busy}>
      <CityHead page={answer} />
      <CityContents />
      <CityInShort page={answer} />
      <div className="city-top">
        <CityIdentity city={answer.city} />
        <CityStanding page={answer} />
      </div>
      <CityKind page={answer} />
      <div id="trend-part">
        <CityAnalyses page={answer} />
      </div>
      <CityClaims page={answer} />
      <CityFindings page={answer} />
      <CityGround page={answer} />
      <CityPlanning page={answer} />
      <CityLedger page={answer} />
      <CityAnnual page={answer} />
      <CityFigures page={answer} />
      <div className="city-end">
        <CityMissing page={answer} />
        <CityBoundaries page={answer} />
        <CitySources page={answer} />
      </div>
    </article>
  );
}

function CityHead({ page }: { readonly page: CityPage }) {
  const { language, w, t } = useSpeak();
  const { city, period, periods } = page;
  return (
    <div className="page-head">
      <div>
        <h1>
          {t(city.name)} <span className="other-name">{language === 'zh' ? city.name.en : city.name.zh}</span>
        </h1>
        <p className="quiet place">{t(city.province)}</p>
      </div>
      <div className="head-tools">
        <CityReports page={page} />
        <Select
          label={w('period')}
          value={period}
          choices={[...periods].reverse().map((one) => ({ value: one, label: one }))}
          onChange={(value) => navigate(withQuery({ period: value }), true)}
        />
      </div>
    </div>
  );
}
