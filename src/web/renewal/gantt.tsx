import type { RenewalAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';

const [row, left, cell, top] = [22, 240, 64, 24];

/** What is done in which year: a line for each project, a column for each year. The table beside says the same. */
export function Gantt({ answer }: { readonly answer: RenewalAnswer }) {
  const { w } = useSpeak();
  const { schedule, spending, projects } = answer;
  const years = spending.map(({ year }) => year);
  const lived = new Set(projects.flatMap(({ project, livelihood }) => (livelihood ? [project] : [])));
  const [width, height] = [left + cell * years.length, top + row * schedule.length + 4];
  const x = (year: number) => left + cell * years.indexOf(year);
  const about = { from: years[0] ?? '', to: years.at(-1) ?? '', count: schedule.length };
  return (
    <figure className="renewal-picture" data-picture="gantt">
      <div className="sideways">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={w('renewalGantt', about)}
        >
          <defs>
            <pattern id="renewal-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M0 6 6 0" className="renewal-hatch" />
            </pattern>
          </defs>
          {years.map((year) => (
            <g key={year}>
              <line x1={x(year)} x2={x(year)} y1={top} y2={height} className="renewal-grid" />
              <text x={x(year) + cell / 2} y={top - 8} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          {schedule.map(({ project, year }, at) => (
            <g key={project} data-bar={project}>
              <text x={left - 8} y={top + row * at + 15} textAnchor="end">
                {project.length > 34 ? `${project.slice(0, 33)}…` : project}
                <title>{project}</title>
              </text>
              <rect
                x={x(year) + 2}
                y={top + row * at + 3}
                width={cell - 4}
                height={row - 6}
                className={lived.has(project) ? 'renewal-lived' : 'renewal-other'}
              />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="quiet small">{w('renewalGanttKey')}</figcaption>
    </figure>
  );
}
