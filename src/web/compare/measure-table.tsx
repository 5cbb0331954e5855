import type { MeasureComparison, PlacesComparison } from '../../api/contract.js';
import { classLooks } from '../charts/colours.js';
import { Swatch } from '../charts/legend.js';
import { formatIn, type ShownUnit } from '../format.js';
import { useSpeak } from '../language.js';
import { FlagMark } from '../parts/flag-mark.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { WhyNumber } from '../parts/number.js';

/** Values of a measure: a row for each place and group, a column for each period. */
export function MeasureTable({
  answer,
  measure,
}: {
  readonly answer: PlacesComparison;
  readonly measure: MeasureComparison;
}) {
  const { language, w, t } = useSpeak();
  const unit: ShownUnit = { ...measure.display, label: t(measure.display.label) };
  const looks = looksOf(answer);
  const shown = (value: number | null) => formatIn(value, unit, language);
  return (
    <div className="sideways">
      <table className="compared-table">
        <thead>
          <tr>
            <th scope="col">{w('comparedPlaceOrGroup')}</th>
            {measure.periods.map((period) => (
              <th key={period} scope="col" className="amount">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measure.places.map(({ place, points }, at) => (
            <tr key={place} data-place={place}>
              <th scope="row">
                <Swatch look={looks.places[at] ?? noLook} /> {t(answer.places[at]?.name ?? noText)}
              </th>
              {points.map((point) => (
                <PlaceCell key={point.period} point={point} text={shown(point.value)} />
              ))}
            </tr>
          ))}
          {measure.groups.map(({ group, points }, at) => (
            <tr key={group} data-group={group}>
              <th scope="row">
                <i className="group-swatch" style={{ color: looks.groups[at]?.colour ?? undefined }} />
                {t(answer.groups[at]?.label ?? noText)}
              </th>
              {points.map(({ period, count, median, q1, q3, id, label }) => (
                <td key={period} className="amount" title={label === null ? undefined : t(label)}>
                  {id === null ? shown(median) : <WhyNumber address={id}>{shown(median)}</WhyNumber>}
                  {count > 0 && (
                    <span className="note-line quiet">
                      {shown(q1)} – {shown(q3)}, n = {count}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceCell({
  point,
  text,
}: {
  readonly point: MeasureComparison['places'][number]['points'][number];
  readonly text: string;
}) {
  const { w, t } = useSpeak();
  const { id, flags, breaks, twoAreas, rank, ranked, rankInterval } = point;
  const changes = breaks.map((one) => `${one.year} ${t(one.text)}`);
  const marked = [...changes, ...(twoAreas ? [w('comparedTwoAreas')] : [])].join('; ');
  return (
    <td className="amount">
      <FlagMark flags={flags} />
      {marked !== '' && (
        <span className="break-mark" title={marked}>
          ‡<span className="unseen">{marked}</span>
        </span>
      )}
      <WhyNumber address={id}>{text}</WhyNumber>
      {rank !== null && ranked !== null && (
        <span className="note-line quiet">
          {rankInterval === null
            ? w('comparedRank', { rank, ranked })
            : w('comparedRankInterval', { rank, low: rankInterval[0], high: rankInterval[1], ranked })}{' '}
          <IntervalBar rank={rank} interval={rankInterval} of={ranked} width={48} />
        </span>
      )}
    </td>
  );
}

const noText = { en: '', zh: '' };
const noLook = { shape: 'circle', colour: null } as const;

/** Looks of places, and of groups in turned order so that a group beside few places has another colour. */
export function looksOf({ places, groups }: PlacesComparison) {
  const of = (list: readonly string[]) => [...classLooks(list).values()];
  return {
    places: of(places.map(({ id }) => id)),
    groups: of(['', '', '', ...groups.map(({ group }) => group)].map((key, at) => `${at} ${key}`)).slice(3),
  };
}
