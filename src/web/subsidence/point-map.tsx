import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { SubsidencePointsAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Skeleton } from '../parts/skeleton.js';
import { RampLegend } from './ground-legend.js';
import { turns } from './ground-map.js';
import { type DrawnPoints, drawnPoints, nearestPoint, pointBeside } from './points.js';
import { largest, rampColour, roundUp } from './ramp.js';

/** Dots along the longer side of the drawing. */
const dots = 1200;
/** Of points without a rate. */
const bare = '#8a8f93';

interface PointMapProps {
  readonly run: string;
  readonly picked: string | null;
  readonly onPick: (point: string) => void;
}

/** Points of a run by their rates; a click or the arrow keys choose one. */
export function PointMap({ run, picked, onPick }: PointMapProps) {
  const { w } = useSpeak();
  const path = `/api/subsidence/${encodeURIComponent(run)}/points`;
  const { answer, error, retry } = useAnswer<SubsidencePointsAnswer>(path);
  const points = useMemo(() => answer && drawnPoints(answer), [answer]);
  const limit = useMemo(() => (points === null ? 1 : roundUp(largest(points.rates))), [points]);
  return (
    <section data-section="map">
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {points === null && error === null && <Skeleton height={420} />}
      {answer !== null && points !== null && (
        <>
          <figure className="ground-map">
            <Frame points={points} limit={limit} picked={picked} onPick={onPick} />
            <figcaption className="ground-legend">
              <RampLegend layer="rate" limit={limit} />
              <ul>
                <li>
                  <i style={{ background: bare }} /> {w('groundPointNoRate')}
                </li>
              </ul>
            </figcaption>
          </figure>
          <p className="quiet small">
            {w('groundPointHint')}{' '}
            {answer.step > 1 && w('groundPointStep', { step: answer.step, n: answer.total })}
          </p>
        </>
      )}
    </section>
  );
}

interface FrameProps extends Omit<PointMapProps, 'run'> {
  readonly points: DrawnPoints;
  readonly limit: number;
}

function Frame({ points, limit, picked, onPick }: FrameProps) {
  const { w } = useSpeak();
  const { ids, x, y, width, height } = points;
  const radius = radiusOf(points);
  const chosen = picked === null ? -1 : ids.indexOf(picked);
  const pick = (at: number) => at !== -1 && onPick(ids[at] as string);
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = ((event.clientX - box.left) / box.width) * width;
    pick(nearestPoint(points, across, ((event.clientY - box.top) / box.height) * height));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = turns[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    pick(chosen === -1 ? nearestPoint(points, width / 2, height / 2) : pointBeside(points, chosen, turn));
  };
  const aspect = width / height;
  return (
    <div className="ground-frame" style={{ aspectRatio: aspect, maxWidth: `min(100%, ${aspect * 40}rem)` }}>
      <PointCanvas points={points} limit={limit} radius={radius} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys choose a point */}
      <svg
        viewBox={`0 0 ${width * dots} ${height * dots}`}
        role="application"
        aria-label={w('groundPointMap')}
        tabIndex={0}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {chosen !== -1 && (
          <circle
            className="ground-picked"
            data-picked={ids[chosen]}
            cx={(x[chosen] as number) * dots}
            cy={(y[chosen] as number) * dots}
            r={radius + 5}
          />
        )}
      </svg>
    </div>
  );
}

interface CanvasProps {
  readonly points: DrawnPoints;
  readonly limit: number;
  readonly radius: number;
}

function PointCanvas({ points, limit, radius }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { x, y, rates } = points;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    for (const at of slowFirst(rates)) {
      const rate = rates[at] as number;
      context.fillStyle = Number.isNaN(rate) ? bare : `rgb(${rampColour(rate, limit).join()})`;
      context.beginPath();
      context.arc((x[at] as number) * dots, (y[at] as number) * dots, radius, 0, 2 * Math.PI);
      context.fill();
      if (radius > 3) context.stroke();
    }
  }, [points, limit, radius]);
  return (
    <canvas
      ref={canvas}
      width={points.width * dots}
      height={points.height * dots}
      data-points={points.ids.length}
      aria-hidden="true"
    />
  );
}

/** What moves fast is drawn last, over what lies beside it; points without a rate first. */
function slowFirst(rates: Float32Array): Uint32Array {
  const size = (at: number) => {
    const rate = Math.abs(rates[at] as number);
    return Number.isNaN(rate) ? -1 : rate;
  };
  return Uint32Array.from(rates, (_, at) => at).sort((a, b) => size(a) - size(b));
}

/** So large that evenly spread points would nearly touch, in dots; few points stay points and many can be seen. */
function radiusOf({ ids, width, height }: DrawnPoints): number {
  const apart = dots * Math.sqrt((width * height) / Math.max(1, ids.length));
  return Math.min(9, Math.max(1.5, apart / 3));
}
