import { useId } from 'react';
import type { TapioState } from '../../assess/index.js';
import { Swatch } from '../charts/legend.js';
import { shapePath } from '../charts/shapes.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import type { CarbonSide } from './asked.js';
import { extentOf, stateLooks, ticksOf } from './plane-geometry.js';

interface PlaneProps {
  readonly steps: CarbonSide['steps'];
  /** Elasticities between which emissions and output move in step. */
  readonly bounds: readonly [low: number, high: number];
}

interface Point {
  readonly step: CarbonSide['steps'][number];
  readonly state: TapioState;
  readonly x: number;
  readonly y: number;
}

const [width, height] = [560, 340];
const edge = { left: 46, right: 14, top: 12, bottom: 40 };

/** Change of output against change of emissions, a point for each pair of years, joined in their order; the wedge is coupling. */
export function Plane({ steps, bounds }: PlaneProps) {
  const { language, w } = useSpeak();
  const label = useClasses();
  const inside = useId();
  const known = steps.flatMap((step) =>
    step.gdpPercent === null || step.co2Percent === null || step.state === null
      ? []
      : [{ step, state: step.state, gdp: step.gdpPercent, co2: step.co2Percent }],
  );
  if (known.length === 0) return <p className="quiet">{w('noSteps')}</p>;
  const across = extentOf(known.map(({ gdp }) => gdp));
  const up = extentOf(known.map(({ co2 }) => co2));
  const x = (value: number) =>
    edge.left + ((value - across.least) / (across.most - across.least)) * (width - edge.left - edge.right);
  const y = (value: number) =>
    height - edge.bottom - ((value - up.least) / (up.most - up.least)) * (height - edge.top - edge.bottom);
  const points: readonly Point[] = known.map((one) => ({ ...one, x: x(one.gdp), y: y(one.co2) }));
  const states = [...new Set(known.map(({ state }) => state))];
  const number = (value: number) => formatNumber(value, 0, language);
  return (
    <>
      <svg className="plane" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={w('planeLabel')}>
        <clipPath id={inside}>
          <rect
            x={edge.left}
            y={edge.top}
            width={width - edge.left - edge.right}
            height={height - edge.top - edge.bottom}
          />
        </clipPath>
        <g clipPath={`url(#${inside})`}>
          {[across.least, across.most].map((end) => (
            <path
              key={end}
              className="in-step"
              d={`M${x(0)},${y(0)}L${x(end)},${y(end * bounds[0])}L${x(end)},${y(end * bounds[1])}z`}
            />
          ))}
        </g>
        {ticksOf(across).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'zero' : 'tick'}
              x1={x(tick)}
              x2={x(tick)}
              y1={edge.top}
              y2={y(up.least)}
            />
            <text x={x(tick)} y={height - edge.bottom + 15} textAnchor="middle">
              {number(tick)}
            </text>
          </g>
        ))}
        {ticksOf(up).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'zero' : 'tick'}
              x1={edge.left}
              x2={x(across.most)}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        <text x={x(across.most)} y={height - 6} textAnchor="end">
          {w('planeAcross')}
        </text>
        <text x={-edge.top} y={12} textAnchor="end" transform="rotate(-90)">
          {w('planeUp')}
        </text>
        <path
          className="way"
          d={`M${points.map((one) => `${one.x.toFixed(1)},${one.y.toFixed(1)}`).join('L')}`}
        />
        {points.map((point, at) => (
          <Mark key={point.step.to} point={point} isNamed={at === 0 || at === points.length - 1} />
        ))}
      </svg>
      <ul className="legend-classes">
        {states.map((state) => (
          <li key={state}>
            <Swatch look={stateLooks[state]} /> {label('tapio_state', state)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ point, isNamed }: { readonly point: Point; readonly isNamed: boolean }) {
  const look = stateLooks[point.state];
  const toLeft = point.x > width - 60;
  return (
    <g transform={`translate(${point.x.toFixed(1)},${point.y.toFixed(1)})`}>
      <title>{`${point.step.from}–${point.step.to}`}</title>
      <path
        d={shapePath(look.shape, 4.6)}
        className={look.colour === null ? 'hollow' : 'filled'}
        fill={look.colour ?? undefined}
      />
      {isNamed && (
        <text className="year" x={toLeft ? -8 : 8} y={-6} textAnchor={toLeft ? 'end' : 'start'}>
          {point.step.to}
        </text>
      )}
    </g>
  );
}
