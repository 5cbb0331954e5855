import type { CityPage } from '../../api/contract.js';
import type { IndexStanding } from '../../assess/index.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FlagLines, FlagMark } from '../parts/flag-mark.js';
import { CityWays } from '../parts/in-view.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { LightMark } from '../parts/light-mark.js';
import { WhyNumber } from '../parts/number.js';
import { useCatalog } from '../parts/units.js';
import { nodesOf } from './index-nodes.js';

/** Score, rank with interval and dimensions of every index of the period; the strongest and weakest points. */
export function CityStanding({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const standings = Object.entries(page.checkup.standing);
  return (
    <section className="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{w('standing')}</h2>
      {standings.length === 0 && <p className="quiet">{w('noIndex')}</p>}
      {standings.map(([index, standing]) => (
        <Standing key={index} page={page} index={index} standing={standing} />
      ))}
      <div className="points">
        <Points title={w('strongest')} page={page} ids={page.checkup.strongest} />
        <Points title={w('weakest')} page={page} ids={page.checkup.weakest} />
      </div>
    </section>
  );
}

interface StandingProps {
  readonly page: CityPage;
  readonly index: string;
  readonly standing: IndexStanding;
}

function Standing({ page, index, standing }: StandingProps) {
  const { language, w, t } = useSpeak();
  const definition = useCatalog().answer?.indices.find((one) => one.id === index);
  const at = `${page.city.id}/${page.period}`;
  const { score, rank, rankInterval: interval, ranked } = standing;
  return (
    <div className="index">
      <p className="index-name">{definition === undefined ? index : t(definition.label)}</p>
      <div className="headline">
        <div>
          <span className="quiet">{w('score')}</span>
          <span className="big">
            <WhyNumber address={`score/${at}/${index}`}>{formatNumber(score, 1, language)}</WhyNumber>
            <FlagMark flags={page.nodeFlags[index] ?? []} />
          </span>
        </div>
        <div>
          <span className="quiet">{w('rank')}</span>
          {rank === null ? (
            <span>{w('notRanked')}</span>
          ) : (
            <span className="big">
              <WhyNumber address={`rank/${at}/${index}`}>{String(rank)}</WhyNumber>{' '}
              {interval !== null && (
                <small>{w('rankInterval', { low: interval[0], high: interval[1] })}</small>
              )}
            </span>
          )}
          {rank !== null && <IntervalBar rank={rank} interval={interval} of={ranked} width={220} />}
          {rank !== null && <small className="quiet">{w('ofRanked', { n: ranked })}</small>}
        </div>
        <div>
          <span className="quiet">{w('coverage')}</span>
          <span className="big">{formatShare(standing.coverage, language)}</span>
        </div>
      </div>
      <p className="quiet small">{w('intervalNote')}</p>
      <FlagLines flags={page.nodeFlags[index] ?? []} />
      <Dimensions page={page} index={index} tree={definition?.tree} />
      {page.city.listed && (
        <Ways page={page} index={index} name={definition === undefined ? index : t(definition.label)} />
      )}
    </div>
  );
}

/** The same city among all others: in the evaluation and in the Laboratory. */
function Ways({ page, index, name }: Omit<StandingProps, 'standing'> & { readonly name: string }) {
  const { w } = useSpeak();
  const { city, period } = page;
  const query = new URLSearchParams({ index, period, city: city.id }).toString();
  return (
    <CityWays
      ways={[
        [`/laboratory?${query}`, w('toLaboratory', { index: name })],
        [`/evaluation?city=${city.id}`, w('toEvaluation')],
      ]}
    />
  );
}

function Dimensions({
  page,
  index,
  tree,
}: {
  readonly page: CityPage;
  readonly index: string;
  readonly tree: unknown;
}) {
  const { language, w, t } = useSpeak();
  const labels = new Map(nodesOf(index, tree).map((one) => [one.node, one.label]));
  const scores = Object.entries(page.checkup.scores).filter(
    ([node]) => node.startsWith(`${index}.`) && node.split('.').length === 2,
  );
  if (scores.length === 0) return null;
  return (
    <table className="dimensions">
      <caption>{w('dimensions')}</caption>
      <tbody>
        {scores.map(([node, score]) => {
          const label = labels.get(node) ?? null;
          return (
            <tr key={node}>
              <th scope="row">
                {label === null ? node.slice(index.length + 1) : t(label)}
                <FlagMark flags={page.nodeFlags[node] ?? []} />
              </th>
              <td className="bar">
                {score === null ? (
                  <span className="quiet">{w('noData')}</span>
                ) : (
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="axis" width="100" height="8" />
                    <rect className="own" width={score} height="8" />
                  </svg>
                )}
              </td>
              <td className="amount">
                <WhyNumber address={`score/${page.city.id}/${page.period}/${node}`}>
                  {formatNumber(score, 1, language)}
                </WhyNumber>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Points({
  title,
  page,
  ids,
}: {
  readonly title: string;
  readonly page: CityPage;
  readonly ids: readonly string[];
}) {
  const { w, t } = useSpeak();
  const catalog = useCatalog().answer;
  const labelOf = (id: string) => {
    const last = id.slice(id.lastIndexOf('.') + 1);
    const label =
      page.figures.find((one) => one.indicator === last)?.label ??
      catalog?.indicators.find((one) => one.id === last)?.label;
    return label === undefined ? id : t(label);
  };
  const flagsOf = (id: string) =>
    page.figures.find((one) => one.indicator === id.slice(id.lastIndexOf('.') + 1))?.flags ??
    page.nodeFlags[id] ??
    [];
  return (
    <div>
      <h3>{title}</h3>
      {ids.length === 0 && <p className="quiet">{w('nothingJudged')}</p>}
      <ul className="plain-list">
        {ids.map((id) => {
          const light = page.checkup.lights[id.slice(id.lastIndexOf('.') + 1)];
          return (
            <li key={id}>
              {light !== undefined && <LightMark light={light.final} words={false} />} {labelOf(id)}
              <FlagMark flags={flagsOf(id)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
