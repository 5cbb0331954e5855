import { useLayoutEffect, useRef, useState } from 'react';
import type { SubsidenceSeriesAnswer } from '../../api/contract.js';
import { formatShort } from '../format.js';
import { useSpeak } from '../language.js';

const height = 260;
const margin = { left: 52, right: 12, top: 12, bottom: 26 } as const;
const day = 86_400_000;

/** A series with its line; the shade around it is one standard error of the rate to either side. */
export function PointPlot({ series }: { readonly series: SubsidenceSeriesAnswer }) {
  const { language, w } = useSpeak();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { points } = series;
  const there = points.filter((point) => point.mm !== null);
  if (there.length === 0) return <p className="quiet">{w('groundSeriesEmpty')}</p>;
  const chart = chartOf(series, width);
  return (
    <div ref={frame} className="ground-plot">
      <svg width={width} height={height} role="img" aria-label={w('groundSeriesChart')}>
        {chart.levels.map((level) => (
          <g key={level}>
            <line
              className="grid"
              x1={margin.left}
              x2={width - margin.right}
              y1={chart.y(level)}
              y2={chart.y(level)}
            />
            <text x={margin.left - 6} y={chart.y(level) + 4} textAnchor="end">
              {formatShort(level, language)}
            </text>
          </g>
        ))}
        {chart.dates.map(({ date, x, anchor }) => (
          <text key={date} x={x} y={height - 8} textAnchor={anchor}>
            {date}
          </text>
        ))}
        {chart.shade !== null && <path className="shade" d={chart.shade} />}
        {chart.line !== null && <path className="line" d={chart.line} />}
        {there.map(({ date, mm }) => (
          <circle
            key={date}
            className={series.tied ? 'tied' : 'untied'}
            cx={chart.x(date)}
            cy={chart.y(mm as number)}
            r={3.5}
          >
            <title>{`${date}: ${formatShort(mm as number, language)} ${w('groundMm')}`}</title>
          </circle>
        ))}
      </svg>
    </div>
  );
}

/** Places of everything in the chart. */
function chartOf({ points, rateErrorMmPerYear }: SubsidenceSeriesAnswer, width: number) {
  const times = points.map(({ date }) => Date.parse(date) / day);
  const [first, last] = [times[0] as number, times.at(-1) as number];
  const middle = times.reduce((sum, time) => sum + time, 0) / times.length;
  /** mm that a standard error makes after so many days. */
  const error = (time: number) => (Math.abs(time - middle) / 365.25) * (rateErrorMmPerYear ?? 0);
  const values = points.flatMap(({ mm, lineMm }, at) => [
    ...(mm === null ? [] : [mm]),
    ...(lineMm === null ? [] : [lineMm - error(times[at] as number), lineMm + error(times[at] as number)]),
  ]);
  const span = Math.max(0, ...values) - Math.min(0, ...values) || 1;
  const size = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5].map((times) => times * size).find((one) => span / one <= 6) ?? 10 * size;
  const low = Math.floor(Math.min(0, ...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(0, ...values) / step) * step);
  const inner = width - margin.left - margin.right;
  const across = (time: number) => margin.left + ((time - first) / (last - first || 1)) * inner;
  const y = (mm: number) => margin.top + ((high - mm) / (high - low)) * (height - margin.top - margin.bottom);
  const x = (date: string) => across(Date.parse(date) / day);
  const lined = points.flatMap(({ date, lineMm }) =>
    lineMm === null ? [] : [{ at: x(date), mm: lineMm, error: error(Date.parse(date) / day) }],
  );
  const path = (places: readonly (readonly [number, number])[]) =>
    `M${places.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join('L')}`;
  const upper = lined.map(({ at, mm, error: by }) => [at, y(mm + by)] as const);
  const lower = lined.map(({ at, mm, error: by }) => [at, y(mm - by)] as const).toReversed();
  const named = [points[0], ...(width > 420 ? [points[points.length >> 1]] : []), points.at(-1)];
  return {
    x,
    y,
    levels: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) =>
      Number((low + at * step).toPrecision(9)),
    ),
    dates: named.flatMap((point, at) =>
      point === undefined ? [] : [{ date: point.date, x: x(point.date), anchor: anchorOf(at, named.length) }],
    ),
    line: lined.length === 0 ? null : path(lined.map(({ at, mm }) => [at, y(mm)])),
    shade: lined.length === 0 || rateErrorMmPerYear === null ? null : `${path([...upper, ...lower])}Z`,
  };
}

function anchorOf(at: number, count: number): 'start' | 'middle' | 'end' {
  if (at === 0) return 'start';
  return at === count - 1 ? 'end' : 'middle';
}

/** Width of an element in pixels, followed as it changes. */
function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(560);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(240, element.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return width;
}
