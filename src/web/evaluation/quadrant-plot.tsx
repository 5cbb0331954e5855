import type { EvaluationRow } from '../../api/contract.js';
import { classLooks } from '../charts/colours.js';
import { ClassLegend } from '../charts/legend.js';
import { shapePath } from '../charts/shapes.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { axisOf, placeOn } from './plane.js';

const [width, height] = [620, 400];
const edge = { left: 52, right: 12, top: 12, bottom: 44 };

interface Dot {
  readonly row: EvaluationRow;
  readonly structure: number;
  readonly gap: number;
}

/** Own structure against the gap to the region: each city by its verdict, hollow where decline looks like success. */
export function QuadrantPlot({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const ids = classIds(useMeta(), 'evaluation_quadrant');
  const looks = classLooks(ids);
  const dots = rows.flatMap((row): Dot[] =>
    row.structureChange === null || row.gapChange === null
      ? []
      : [{ row, structure: row.structureChange, gap: row.gapChange }],
  );
  const across = axisOf(dots.map(({ structure }) => structure));
  const up = axisOf(dots.map(({ gap }) => gap));
  const x = placeOn(across, edge.left, width - edge.right);
  const y = placeOn(up, height - edge.bottom, edge.top);
  const figure = (value: number) => formatNumber(value, 1, language);
  return (
    <figure className="evaluation-plot" data-plot="quadrant" aria-label={w('quadrantPlot')}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={w('quadrantPlotOf', { n: dots.length })}>
        {across.ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'zero' : 'tick'}
              x1={x(tick)}
              x2={x(tick)}
              y1={edge.top}
              y2={height - edge.bottom}
            />
            <text x={x(tick)} y={height - edge.bottom + 16} textAnchor="middle">
              {formatNumber(tick, 0, language)}
            </text>
          </g>
        ))}
        {up.ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'zero' : 'tick'}
              x1={edge.left}
              x2={width - edge.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
              {formatNumber(tick, 0, language)}
            </text>
          </g>
        ))}
        <text x={width - edge.right} y={height - 8} textAnchor="end">
          {w('structureChange')}
        </text>
        <text x={-edge.top} y={12} textAnchor="end" transform="rotate(-90)">
          {w('gapChange')}
        </text>
        {dots.map(({ row, structure, gap }) => {
          const look = looks.get(row.quadrant ?? '');
          const isFlagged = row.flags.some(({ disguise }) => disguise);
          const name = row.name === null ? row.city : t(row.name);
          return (
            <path
              key={row.city}
              data-dot={row.city}
              d={shapePath(look?.shape ?? 'circle', 4.5)}
              transform={`translate(${x(structure).toFixed(1)},${y(gap).toFixed(1)})`}
              style={
                isFlagged
                  ? { fill: 'none', stroke: look?.colour ?? undefined }
                  : { fill: look?.colour ?? undefined }
              }
            >
              <title>{`${name}: ${w('structureChange')} ${figure(structure)}, ${w('gapChange')} ${figure(gap)}`}</title>
            </path>
          );
        })}
      </svg>
      <figcaption className="quiet small">
        <ClassLegend
          entries={ids.flatMap((id) => {
            const look = looks.get(id);
            return look === undefined ? [] : [{ key: id, label: label('evaluation_quadrant', id), look }];
          })}
        />
        <p>
          {w('quadrantHollow')}{' '}
          {rows.length > dots.length && w('plotLacking', { n: rows.length - dots.length })}
        </p>
      </figcaption>
    </figure>
  );
}
