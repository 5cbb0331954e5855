import {
  type DOMAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSpeak } from '../language.js';
import type { MapGround } from '../layers/layer-types.js';
import { BaseMap } from './base-map.js';
import { CitySymbol } from './city-symbol.js';
import { type Look, radiusOf } from './colours.js';
import { groundOf } from './map-ground.js';
import { MapTip } from './map-tip.js';
import { nearest } from './nearest.js';
import { projectionFor } from './projection.js';
import { useZoom } from './zoom.js';

/** What the map must know of a row; the rest is the caller's. */
export interface MapRow {
  readonly id: string;
  readonly point: readonly [number, number];
  readonly population: number | null;
}

/** What a symbol is drawn from. */
interface Place<Row> {
  readonly row: Row;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface CityMapProps<Row extends MapRow> {
  /** All listed places: the projection is fitted to these and stays while filters change. */
  readonly all: readonly Row[];
  readonly shown: readonly Row[];
  readonly lookOf: (row: Row) => Look;
  readonly labelOf: (row: Row) => string;
  readonly hrefOf: (row: Row) => string;
  /** What stands on the card beside a symbol. */
  readonly tipOf: (row: Row) => ReactNode;
  /** Called instead of following the link, where the page itself shows the place. */
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly caption: string;
  readonly marked: string | null;
  /** Keeps its mark, without the card beside it. */
  readonly chosen?: string | null;
  readonly onMark: (id: string | null) => void;
  /** Drawn between land and symbols. */
  readonly below?: (ground: MapGround) => ReactNode;
  /** Drawn above all, such as what measures. */
  readonly above?: (ground: MapGround) => ReactNode;
  /** Called whenever the map shows something else. */
  readonly onGround?: (ground: MapGround) => void;
  /** What follows the pointer over the map. */
  readonly follow?: (
    ground: MapGround,
  ) => Pick<DOMAttributes<HTMLElement>, 'onPointerMove' | 'onPointerLeave'>;
}

/** Symbols at their places on the Natural Earth base. One tab stop; arrow keys go to the nearest symbol that way. */
export function CityMap<Row extends MapRow>(props: CityMapProps<Row>) {
  const { all, shown, lookOf, labelOf, hrefOf, tipOf, onChoose, caption, marked, chosen, onMark } = props;
  const { below, above, onGround, follow } = props;
  const { w } = useSpeak();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [width, height] = useSize(frame);
  const [entry, setEntry] = useState<string | null>(null);
  const zoom = useZoom(drawing, [width, height]);
  const projection = useMemo(
    () =>
      projectionFor(
        all.map((row) => row.point),
        { width, height, margin: Math.min(36, width / 12) },
      ),
    [all, width, height],
  );
  const largest = useMemo(() => Math.max(0, ...all.map((row) => row.population ?? 0)), [all]);
  const most = Math.min(13, Math.max(8, width / 50));
  const places = useMemo(() => {
    const { k, x, y } = zoom.view;
    const placed = shown.map((row): Place<Row> => {
      const [px, py] = projection([row.point[0], row.point[1]]) ?? [-99, -99];
      return { row, x: k * px + x, y: k * py + y, radius: radiusOf(row.population, largest, most) };
    });
    // small ones last, so that large ones do not hide them
    return placed.sort((a, b) => b.radius - a.radius);
  }, [shown, projection, largest, most, zoom.view]);
  const ground = useMemo(
    () => groundOf(projection, zoom.view, width, height),
    [projection, zoom.view, width, height],
  );
  useEffect(() => onGround?.(ground), [ground, onGround]);
  const first = places.some((place) => place.row.id === entry) ? entry : (places[0]?.row.id ?? null);
  const tip = places.find((place) => place.row.id === marked);

  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const from = places.find((place) => place.row.id === first);
    const next = from === undefined ? null : nearest(from, places, event.key);
    if (next === null) return;
    event.preventDefault();
    setEntry(next.row.id);
    drawing.current?.querySelector<SVGElement>(`[data-city="${CSS.escape(next.row.id)}"]`)?.focus();
  };

  return (
    <>
      <div className="map-frame" ref={frame} {...follow?.(ground)}>
        {/* a drawing of its own, so that land is not painted anew when symbols change their colours */}
        <svg className="map map-base" width={width} height={height} aria-hidden="true">
          <g transform={`translate(${zoom.view.x},${zoom.view.y}) scale(${zoom.view.k})`}>
            <BaseMap projection={projection} width={width} height={height} />
          </g>
        </svg>
        {below?.(ground)}
        <svg
          ref={drawing}
          className={zoom.view.k > 1 ? 'map movable' : 'map'}
          width={width}
          height={height}
          {...zoom.handlers}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a group inside a drawing */}
          <g role="group" aria-label={w('mapLabel', { n: shown.length })} onKeyDown={onKeyDown}>
            {places.map(({ row, x, y, radius }) => (
              <g key={row.id} transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}>
                <CitySymbol
                  id={row.id}
                  href={hrefOf(row)}
                  look={lookOf(row)}
                  label={labelOf(row)}
                  radius={radius}
                  marked={row.id === marked || row.id === chosen}
                  entry={row.id === first}
                  onMark={onMark}
                  onEnter={setEntry}
                  onChoose={onChoose}
                />
              </g>
            ))}
          </g>
        </svg>
        {above?.(ground)}
        {tip !== undefined && (
          <MapTip x={tip.x} y={tip.y} radius={tip.radius} width={width} height={height}>
            {tipOf(tip.row)}
          </MapTip>
        )}
      </div>
      <div className="map-foot">
        <p className="quiet small">{caption}</p>
        <div className="zoom">
          <button type="button" onClick={() => zoom.by(1.8)} aria-label={w('zoomIn')} title={w('zoomIn')}>
            +
          </button>
          <button
            type="button"
            onClick={() => zoom.by(1 / 1.8)}
            aria-label={w('zoomOut')}
            title={w('zoomOut')}
          >
            −
          </button>
          <button type="button" onClick={zoom.reset} disabled={zoom.view.k === 1}>
            {w('zoomReset')}
          </button>
        </div>
      </div>
    </>
  );
}

/** Width and height of an element in whole pixels, followed as it changes. */
function useSize(frame: { readonly current: HTMLElement | null }): readonly [number, number] {
  const [size, setSize] = useState<readonly [number, number]>([640, 520]);
  // before the first drawing, so that symbols do not jump
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setSize([element.clientWidth, element.clientHeight]);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return size;
}
