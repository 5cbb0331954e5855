import type { MeasureComparison } from '../../api/contract.js';
import type { Look } from '../charts/colours.js';
import { shapePath } from '../charts/shapes.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { courseScale, linesOf } from './course-scale.js';

interface CourseChartProps {
  readonly measure: MeasureComparison;
  /** Numbers of the places and groups that are drawn. */
  readonly places: readonly number[];
  readonly groups: readonly number[];
  readonly looks: readonly Look[];
  readonly groupLooks: readonly Look[];
  readonly label: string;
  readonly height: number;
  readonly width: number;
}

/** Courses of places as lines, of groups as a band between the quartiles with its median dashed. */
export function CourseChart(props: CourseChartProps) {
  const { measure, places, groups, looks, groupLooks, label, width, height } = props;
  const { language } = useSpeak();
  const scale = courseScale(measure, width, height);
  const { factor, digits } = measure.display;
  return (
    <svg className="course-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="course-grid"
            x1={scale.left}
            x2={width - 8}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text x={scale.left - 6} y={scale.y(tick) + 4} textAnchor="end">
            {formatNumber(tick / factor, digits, language)}
          </text>
        </g>
      ))}
      {scale.labels.map(({ period, x }) => (
        <text key={period} x={x} y={height - 6} textAnchor="middle">
          {period}
        </text>
      ))}
      {groups.map((at) => (
        <GroupBand key={at} points={measure.groups[at]?.points ?? []} look={groupLooks[at]} scale={scale} />
      ))}
      {places.map((at) => (
        <PlaceLine key={at} points={measure.places[at]?.points ?? []} look={looks[at]} scale={scale} />
      ))}
    </svg>
  );
}

type Scale = ReturnType<typeof courseScale>;

function GroupBand({
  points,
  look,
  scale,
}: {
  readonly points: MeasureComparison['groups'][number]['points'];
  readonly look: Look | undefined;
  readonly scale: Scale;
}) {
  const colour = look?.colour ?? 'currentColor';
  const known = points.flatMap(({ q1, q3, median }, at) =>
    q1 === null || q3 === null || median === null ? [] : [{ at, q1, q3, median }],
  );
  return (
    <g style={{ color: colour }}>
      {linesOf(known.map(({ at }) => at)).map((run) => {
        const of = run.map((at) => known.find((one) => one.at === at)).filter((one) => one !== undefined);
        const there = of.map(({ at, q3 }) => `${scale.x(at)},${scale.y(q3)}`);
        const back = of.toReversed().map(({ at, q1 }) => `${scale.x(at)},${scale.y(q1)}`);
        const middle = of.map(({ at, median }) => `${scale.x(at)},${scale.y(median)}`);
        return (
          <g key={run[0]}>
            <path className="course-band" d={`M${[...there, ...back].join('L')}Z`} />
            <path className="course-median" d={`M${middle.join('L')}`} />
          </g>
        );
      })}
      {known.map(({ at, q1, q3 }) => (
        <line
          key={at}
          className="course-span"
          x1={scale.x(at)}
          x2={scale.x(at)}
          y1={scale.y(q1)}
          y2={scale.y(q3)}
        />
      ))}
    </g>
  );
}

function PlaceLine({
  points,
  look,
  scale,
}: {
  readonly points: MeasureComparison['places'][number]['points'];
  readonly look: Look | undefined;
  readonly scale: Scale;
}) {
  const known = points.flatMap(({ value, breaks, twoAreas }, at) =>
    value === null ? [] : [{ at, value, changed: breaks.length > 0 || twoAreas }],
  );
  return (
    <g style={{ color: look?.colour ?? 'currentColor' }}>
      {known.slice(1).map((to, number) => {
        const from = known[number] as (typeof known)[number];
        // a missing period between two values leaves a gap
        if (to.at !== from.at + 1) return null;
        return (
          <line
            key={to.at}
            className={to.changed ? 'course-line changed' : 'course-line'}
            x1={scale.x(from.at)}
            y1={scale.y(from.value)}
            x2={scale.x(to.at)}
            y2={scale.y(to.value)}
          />
        );
      })}
      {known.map(({ at, value, changed }) => (
        <g key={at} transform={`translate(${scale.x(at)},${scale.y(value)})`}>
          <path className="course-mark" d={shapePath(look?.shape ?? 'circle', 4)} />
          {changed && (
            <text x="7" y="-5">
              ‡
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
