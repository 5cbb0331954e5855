import type { PlanScenario } from '../../plan/index.js';
import { useSpeak } from '../language.js';

const [left, line, head, cell] = [8, 40, 26, 60];

/** In which years the measures stand, a bar for each part; the table beside it says the same in words. */
export function YearsChart({ one }: { readonly one: PlanScenario }) {
  const { w, t } = useSpeak();
  const rows = one.measures.filter(({ years }) => years.length > 0);
  const years = one.spending.map(({ year }) => year);
  const [width, height] = [left * 2 + cell * years.length, head + rows.length * line];
  const x = (year: number) => left + years.indexOf(year) * cell;
  return (
    <figure className="roadmap-chart plan-years" data-years={one.scenario}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxWidth: `${width * 1.25}px` }}
        role="img"
        aria-label={w('cityPlanChart', { label: t(one.label), from: years[0] ?? '', to: years.at(-1) ?? '' })}
      >
        {years.map((year) => (
          <g key={year}>
            <line className="roadmap-grid" x1={x(year)} x2={x(year)} y1={head - 4} y2={height} />
            <text x={x(year) + cell / 2} y={14} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {rows.map(({ measure, label, years: own }, at) => (
          <g key={measure}>
            <text x={left} y={head + at * line + 11}>
              {t(label)}
            </text>
            {own.map((year) => (
              <rect
                key={year}
                className="plan-part"
                x={x(year) + 2}
                y={head + at * line + 17}
                width={cell - 4}
                height={14}
                rx={2}
              />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
