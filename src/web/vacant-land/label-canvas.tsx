import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
import type { VacantProject } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ScaleBar } from '../subsidence/scale-bar.js';
import { type Drawing, type Place, pathOfRings, polygonAt } from './drawing.js';
import { ImageLayers } from './image-layers.js';
import { useOutline } from './use-outline.js';
import { usePointer } from './use-pointer.js';
import type { ImageView, Step } from './use-view.js';

/** Pixels around a corner that count as the corner. */
const reach = 8;

export type CanvasMode = 'draw' | 'choose';

export interface LabelCanvasProps {
  /** Of the project in the API. */
  readonly path: string;
  readonly project: VacantProject;
  readonly view: ImageView;
  readonly mode: CanvasMode;
  readonly drawing: Drawing;
  readonly colours: ReadonlyMap<string, string>;
  /** Class of what is drawn next. */
  readonly className: string;
  readonly chosen: string | null;
  readonly onPolygon: (corners: readonly Place[]) => void;
  readonly onChoose: (id: string | null) => void;
  readonly onDelete: () => void;
  readonly onUndo: (() => void) | null;
  readonly onClass: (at: number) => void;
  /** Metres across a cell; null where they are not known. */
  readonly metres: number | null;
  /** How wide a cell is drawn for one of height 1. */
  readonly aspect: number;
  /** What lies between image and labels. */
  readonly children?: ReactNode;
}

/** The image with its labels. Presses set corners or choose a polygon, drags move, and every step has a key. */
export function LabelCanvas(props: LabelCanvasProps) {
  const { path, project, view, mode, drawing, colours, className, chosen, metres, aspect, children } = props;
  const { w } = useSpeak();
  const svg = useRef<SVGSVGElement>(null);
  const outline = useOutline(props.onPolygon);
  const { grid } = project;
  const ratio = (grid.width * aspect) / grid.height;
  const press = (place: Place, pixel: number) => {
    const inside: Place = [held(place[0], grid.width), held(place[1], grid.height)];
    if (mode === 'draw') outline.add(inside, reach * pixel);
    else props.onChoose(polygonAt(drawing.polygons, place)?.id ?? null);
  };
  const pointer = usePointer(svg, { view, onPress: press, onPoint: outline.point });
  const onKeyDown = useKeys(props, outline, press);
  const { column, row, width, height } = view.box;
  return (
    <div className="idle-canvas" style={{ width: `min(100%, ${80 * ratio}vh)` }}>
      <svg
        ref={svg}
        viewBox={`${column} ${row} ${width} ${height}`}
        preserveAspectRatio="none"
        style={{ aspectRatio: ratio }}
        role="application"
        aria-label={w('idleCanvas')}
        aria-describedby="idle-keys"
        tabIndex={0}
        data-mode={mode}
        onKeyDown={onKeyDown}
        onDoubleClick={() => mode === 'draw' && outline.close()}
        {...pointer}
      >
        <ImageLayers path={path} project={project} box={view.box} />
        {children}
        <Polygons {...{ drawing, colours, chosen }} />
        {mode === 'draw' && (
          <Draft {...outline} colour={colours.get(className) ?? '#fff'} cross={view.box} aspect={aspect} />
        )}
      </svg>
      <ScaleBar metres={metres === null ? null : metres * width} width={1} />
      <ZoomButtons view={view} />
      <p className="idle-draft-note" role="status">
        {outline.isCrossing ? w('idleCrossing') : ''}
      </p>
    </div>
  );
}

function held(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function ZoomButtons({ view }: { readonly view: ImageView }) {
  const { w } = useSpeak();
  const buttons = [
    ['+', 'zoomIn', () => view.move({ zoom: 1.6 })],
    ['−', 'zoomOut', () => view.move({ zoom: 1 / 1.6 })],
    ['□', 'zoomReset', view.whole],
  ] as const;
  return (
    <div className="idle-zoom">
      {buttons.map(([sign, word, go]) => (
        <button key={word} type="button" className="plain" aria-label={w(word)} title={w(word)} onClick={go}>
          {sign}
        </button>
      ))}
    </div>
  );
}

type PolygonsProps = Pick<LabelCanvasProps, 'drawing' | 'colours' | 'chosen'>;

/** Drawn anew only where they change: each step of a drag and of the pointer comes by here. */
const Polygons = memo(function Polygons({ drawing, colours, chosen }: PolygonsProps) {
  return drawing.polygons.map(({ id, className, rings }) => {
    const d = pathOfRings(rings);
    const colour = colours.get(className);
    return (
      <g key={id} className={id === chosen ? 'idle-label chosen' : 'idle-label'} data-label={id}>
        <path className="idle-edge" d={d} />
        <path d={d} stroke={colour} fillRule="evenodd" style={{ fill: colour }}>
          <title>{className}</title>
        </path>
      </g>
    );
  });
});

interface DraftProps extends Pick<ReturnType<typeof useOutline>, 'corners' | 'pointer' | 'isCrossing'> {
  readonly colour: string;
  /** In whose middle a corner is set by key. */
  readonly cross: { column: number; row: number; width: number; height: number };
  readonly aspect: number;
}

/** What is being drawn: its sides, the one that follows the pointer, and its corners. */
function Draft({ corners, pointer, isCrossing, colour, cross, aspect }: DraftProps) {
  const line = pointer === null || corners.length === 0 ? corners : [...corners, pointer];
  const d = line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x},${y}`).join('');
  const [x, y] = [cross.column + cross.width / 2, cross.row + cross.height / 2];
  const size = cross.height / 24;
  return (
    <g className={isCrossing ? 'idle-draft crossing' : 'idle-draft'} data-corners={corners.length}>
      <path className="idle-edge" d={d} />
      <path d={d} stroke={colour} />
      {corners.map(([column, row], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in turn
        <path key={at} className="idle-corner" d={`M${column},${row}h0`} />
      ))}
      <path
        className="idle-cross"
        d={`M${x - size / aspect},${y}h${(2 * size) / aspect}M${x},${y - size}v${2 * size}`}
      />
    </g>
  );
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
  ArrowUp: { down: -1 },
  ArrowDown: { down: 1 },
  '+': { zoom: 1.6 },
  '=': { zoom: 1.6 },
  '-': { zoom: 1 / 1.6 },
};
/** With Shift an arrow moves by a tenth of its usual step. */
const fine = 0.1;

function useKeys(
  { view, mode, className, chosen, onDelete, onUndo, onChoose, onClass }: LabelCanvasProps,
  outline: ReturnType<typeof useOutline>,
  press: (place: Place, pixel: number) => void,
) {
  const middle: Place = [view.box.column + view.box.width / 2, view.box.row + view.box.height / 2];
  const isDrawing = mode === 'draw' && outline.corners.length > 0;
  const actions: Readonly<Record<string, () => void>> = {
    Enter: () => isDrawing && outline.close(),
    ' ': () => press(middle, 0),
    Escape: () => (isDrawing ? outline.cancel() : onChoose(null)),
    Backspace: () => (isDrawing ? outline.back() : chosen !== null && onDelete()),
    Delete: () => (isDrawing ? outline.back() : chosen !== null && onDelete()),
    '0': view.whole,
  };
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isUndo = (ctrlKey || metaKey) && key.toLowerCase() === 'z';
    if (!isUndo && (ctrlKey || metaKey || altKey)) return;
    const step = steps[key];
    const scaled = step && shiftKey ? shrunk(step) : step;
    const undo = isDrawing ? outline.back : onUndo;
    const action = isUndo ? undo : scaled ? () => view.move(scaled) : (actions[key] ?? null);
    const isClass = /^[1-9]$/.test(key) && className !== '';
    if (action === null && !isClass) return;
    event.preventDefault();
    if (action !== null) action();
    else onClass(Number(key) - 1);
  };
}

function shrunk({ right = 0, down = 0, ...rest }: Step): Step {
  return { ...rest, right: right * fine, down: down * fine };
}
