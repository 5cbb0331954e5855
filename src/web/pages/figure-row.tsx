import { lazy, Suspense, useId, useState } from 'react';
import type { CityPage, Figure } from '../../api/contract.js';
import type { Judgement } from '../../assess/index.js';
import { QuartileStrip } from '../charts/quartile-strip.js';
import { Sparkline } from '../charts/sparkline.js';
import { absent, formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { FlagLines, FlagMark } from '../parts/flag-mark.js';
import { LightMark } from '../parts/light-mark.js';
import { Link } from '../parts/link.js';
import { WhyNumber } from '../parts/number.js';
import type { WordKey } from '../words.js';

const Trend = lazy(async () => ({ default: (await import('../charts/trend.js')).Trend }));

interface FigureRowProps {
  readonly figure: Figure;
  readonly page: CityPage;
}

const basisWords: Readonly<Record<Judgement['basis'], WordKey | null>> = {
  target: 'lightTarget',
  people: 'lightPeople',
  peers: 'lightPeers',
  trend: 'lightTrend',
  none: null,
};

/** One figure; its name opens the course over time. */
export function FigureRow({ figure, page }: FigureRowProps) {
  const { language, w, t } = useSpeak();
  const [open, setOpen] = useState(false);
  const more = useId();
  const light = page.checkup.lights[figure.indicator];
  const basis = light === undefined ? null : basisWords[light.basis];
  return (
    <>
      <tr className={figure.doubtful ? 'doubtful' : undefined} data-indicator={figure.indicator}>
        <th scope="row">
          <button
            type="button"
            className="row-open"
            aria-expanded={open}
            aria-controls={more}
            title={w('showTrend', { label: t(figure.label) })}
            onClick={() => setOpen(!open)}
          >
            {t(figure.label)}
          </button>
          <Notes figure={figure} />
        </th>
        <td className="amount value">
          <WhyNumber address={figure.id}>{formatIn(figure.value, shownUnit(figure, t), language)}</WhyNumber>
          <FlagMark flags={figure.flags} />
          {figure.period !== page.period && <small className="other-year">{figure.period}</small>}
        </td>
        <td className="quiet">{t(figure.display.label)}</td>
        <td>
          {light === undefined && absent}
          {light !== undefined &&
            (light.final === 'none' && figure.value !== null ? (
              <span className="quiet">{w('noVerdict')}</span>
            ) : (
              <LightMark light={light.final} />
            ))}
          {basis !== null && <small className="basis quiet">{w(basis)}</small>}
        </td>
        <td className="wide">
          <Peers figure={figure} />
        </td>
        <td className="wide">
          <Sparkline values={figure.series.map((one) => one.value)} />
        </td>
      </tr>
      {open && (
        <tr className="more" id={more}>
          <td colSpan={6}>
            <Course figure={figure} />
          </td>
        </tr>
      )}
    </>
  );
}

function shownUnit(figure: Figure, t: (text: Figure['label']) => string) {
  return { label: t(figure.display.label), factor: figure.display.factor, digits: figure.display.digits };
}

/** Doubts about the value, and the flags where the number flatters. */
function Notes({ figure }: { readonly figure: Figure }) {
  const { w, t } = useSpeak();
  return (
    <>
      {figure.doubtful && <span className="note-line doubt">{w('doubtful')}</span>}
      {figure.remarks.map((remark) => (
        <span key={remark.en} className="note-line">
          {t(remark)}
        </span>
      ))}
      <FlagLines flags={figure.flags} />
    </>
  );
}

function Peers({ figure }: { readonly figure: Figure }) {
  const { language, w, t } = useSpeak();
  const { label, count, q1, median, q3 } = figure.peers;
  if (q1 === null || median === null || q3 === null) return <span className="quiet">{w('noPeers')}</span>;
  const shown = (value: number) => formatIn(value, shownUnit(figure, t), language);
  const text = w('peersText', {
    label: t(label),
    count,
    q1: shown(q1),
    median: shown(median),
    q3: shown(q3),
  });
  return (
    <span title={text}>
      <QuartileStrip value={figure.value} q1={q1} median={median} q3={q3} />
      <small className="quiet peers-text">
        {shown(q1)} · {shown(median)} · {shown(q3)}
      </small>
      <span className="unseen">{text}</span>
    </span>
  );
}

/** The chart and every value of it with its sources. */
function Course({ figure }: { readonly figure: Figure }) {
  const { language, w, t } = useSpeak();
  const unit = shownUnit(figure, t);
  const points = figure.series.map(({ period, value }) => ({
    period,
    value: value === null ? null : value / unit.factor,
  }));
  const several = points.filter((point) => point.value !== null).length > 1;
  return (
    <div className="course">
      {several ? (
        <Suspense fallback={<div className="trend-chart" />}>
          <Trend points={points} unit={unit.label} digits={unit.digits} label={t(figure.label)} />
        </Suspense>
      ) : (
        <p className="quiet">{w('onePeriod')}</p>
      )}
      <dl className="course-values">
        {figure.series.map((one) => (
          <div key={one.period}>
            <dt>{one.period}</dt>
            <dd>
              <WhyNumber address={one.id}>{formatIn(one.value, unit, language)}</WhyNumber>
              <FlagMark flags={one.flags} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={`/methods/${figure.indicator}`}>{w('method')}</Link>
      </p>
    </div>
  );
}
