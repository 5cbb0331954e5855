import type { MeasureComparison, PlacesComparison } from '../../api/contract.js';
import { usePrefers } from '../charts/prefers.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { CourseChart } from './course-chart.js';
import { looksOf, MeasureTable } from './measure-table.js';

interface MeasureSectionProps {
  readonly answer: PlacesComparison;
  readonly measure: MeasureComparison;
  /** A small drawing for each place besides. */
  readonly each: boolean;
}

const large = { width: 720, height: 280 } as const;
/** On narrow screens, so that letters keep their size. */
const narrow = { width: 360, height: 240 } as const;
const small = { width: 320, height: 190 } as const;

/** One indicator or index: courses of all places and groups, a small drawing for each place, and the table. */
export function MeasureSection({ answer, measure, each }: MeasureSectionProps) {
  const { w, t } = useSpeak();
  const looks = looksOf(answer);
  const size = usePrefers('(max-width: 40rem)') ? narrow : large;
  const unit = t(measure.display.label);
  const all = answer.groups.map((_, at) => at);
  const name = t(measure.label);
  return (
    <section aria-labelledby={`measure-${measure.id}`} data-measure={measure.id}>
      <h2 id={`measure-${measure.id}`}>
        <Link to={measure.kind === 'index' ? '/methods' : `/methods/${measure.id}`}>{name}</Link>{' '}
        {unit !== '' && <span className="quiet">{unit}</span>}
      </h2>
      {measure.periods.length === 0 ? (
        <p className="empty">{w('noGroups')}</p>
      ) : (
        <>
          <CourseChart
            {...size}
            measure={measure}
            places={answer.places.map((_, at) => at)}
            groups={all}
            looks={looks.places}
            groupLooks={looks.groups}
            label={w('comparedChart', { what: name, n: answer.places.length, groups: answer.groups.length })}
          />
          {each && answer.places.length > 1 && (
            <ul className="course-each">
              {answer.places.map((place, at) => (
                <li key={place.id}>
                  <b>{t(place.name)}</b>
                  <CourseChart
                    {...small}
                    measure={measure}
                    places={[at]}
                    groups={all}
                    looks={looks.places}
                    groupLooks={looks.groups}
                    label={`${t(place.name)}: ${name}`}
                  />
                </li>
              ))}
            </ul>
          )}
          <MeasureTable answer={answer} measure={measure} />
        </>
      )}
    </section>
  );
}
