import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useSpeak } from '../language.js';
import type { MapGround } from '../layers/layer-types.js';
import { type MeasuringStore, useShared } from './measure-state.js';

interface MeasureLayerProps {
  readonly ground: MapGround;
  readonly store: MeasuringStore;
}

const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Takes clicks while something is measured: each sets a corner. By keyboard arrow keys move a cross (with Shift faster),
 * Enter sets a corner there, Backspace takes the last one back, Escape ends.
 */
export function MeasureLayer({ ground, store }: MeasureLayerProps) {
  const { w } = useSpeak();
  const { kind, points } = useShared(store.state);
  const [cross, setCross] = useState<readonly [number, number] | null>(null);
  if (kind === null) return null;
  const { width, height, place, positionAt } = ground;
  const at = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // a drawing may be shown larger or smaller than its own units
    const scale = width / box.width;
    return [scale * (event.clientX - box.left), scale * (event.clientY - box.top)] as const;
  };
  const set = (x: number, y: number) => {
    const position = positionAt(x, y);
    if (position !== null) store.add(position);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = turns[event.key];
    const [x, y] = cross ?? [width / 2, height / 2];
    if (turn !== undefined) {
      const step = event.shiftKey ? 40 : 8;
      const hold = (value: number, most: number) => Math.max(0, Math.min(most, value));
      const next = [hold(x + step * turn[0], width), hold(y + step * turn[1], height)] as const;
      setCross(next);
      store.position.set(positionAt(...next));
    } else if (event.key === 'Enter') set(x, y);
    else if (event.key === 'Backspace') store.undo();
    else if (event.key === 'Escape') store.start(null);
    else return;
    event.preventDefault();
  };
  const pixels = points.map(([longitude, latitude]) => place(longitude, latitude));
  const path = pixels.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L');
  return (
    <svg
      className="map measure-layer"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height="100%"
      role="application"
      aria-label={w('measureMap')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard sets corners here
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) set(...at(event));
      }}
      onFocus={() => setCross(cross ?? [width / 2, height / 2])}
      onKeyDown={onKeyDown}
    >
      {points.length > 1 && <path className={kind} d={`M${path}${kind === 'area' ? 'Z' : ''}`} />}
      {pixels.map(([x, y], number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: corners are only added and taken back at the end
        <circle key={number} cx={x} cy={y} r="3.5" />
      ))}
      {cross !== null && (
        <path className="cross" d={`M${cross[0] - 9},${cross[1]}h18M${cross[0]},${cross[1] - 9}v18`} />
      )}
    </svg>
  );
}
