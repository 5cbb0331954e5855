import { useState } from 'react';
import { areaWithin, distanceBetween, lengthOf } from '../../locate/index.js';
import { formatNumber, formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import type { MapGround } from '../layers/layer-types.js';
import type { WordKey } from '../words.js';
import { type MeasuringStore, useShared } from './measure-state.js';

/** Scale, position of the pointer, and buttons that measure a line or an area on the ellipsoid. */
export function MeasureBar({ store, scale }: { readonly store: MeasuringStore; readonly scale: boolean }) {
  const { w } = useSpeak();
  const { kind, points } = useShared(store.state);
  const ground = useShared(store.ground);
  const [copied, setCopied] = useState<string | null>(null);
  const result = useResult(store);
  const copy = () =>
    navigator.clipboard.writeText(result ?? '').then(
      () => setCopied(result),
      () => setCopied(null),
    );
  const toggle = (one: 'line' | 'area') => (
    <button
      type="button"
      className="plain"
      aria-pressed={kind === one}
      onClick={() => store.start(kind === one ? null : one)}
    >
      {w(one === 'line' ? 'measureLine' : 'measureArea')}
    </button>
  );
  return (
    <div className="measure-bar">
      {scale && ground !== null && <MapScale ground={ground} />}
      {toggle('line')}
      {toggle('area')}
      {kind !== null && points.length > 0 && (
        <>
          <button type="button" className="plain" onClick={store.undo}>
            {w('measureUndo')}
          </button>
          <button type="button" className="plain" onClick={store.clear}>
            {w('measureClear')}
          </button>
        </>
      )}
      {kind !== null && (
        <output className="measure-result" aria-live="polite">
          {result ?? w('measureHint')}
        </output>
      )}
      {result !== null && (
        <button type="button" className="plain" onClick={() => void copy()}>
          {copied === result ? w('measureCopied') : w('measureCopy')}
        </button>
      )}
      <PointerPosition store={store} />
    </div>
  );
}

/** On its own, as it changes with each movement. */
function PointerPosition({ store }: { readonly store: MeasuringStore }) {
  const { language, w } = useSpeak();
  const position = useShared(store.position);
  const degrees = (value: number, positive: WordKey, negative: WordKey) =>
    w(value < 0 ? negative : positive, { n: formatNumber(Math.abs(value), 4, language) });
  return (
    <span className="quiet measure-position">
      {position !== null &&
        `${degrees(position[0], 'measureEast', 'measureWest')} ${degrees(position[1], 'measureNorth', 'measureSouth')}`}
    </span>
  );
}

/** Length, and of an area also its size; null while there are too few corners. */
function useResult(store: MeasuringStore): string | null {
  const { language, w } = useSpeak();
  const { kind, points } = useShared(store.state);
  const first = points[0];
  if (kind === null || first === undefined || points.length < (kind === 'line' ? 2 : 3)) return null;
  const kilometres = (metres: number) => formatShort(metres / 1000, language);
  if (kind === 'line') return w('measureLength', { km: kilometres(lengthOf(points)) });
  const around = kilometres(lengthOf([...points, first]));
  return w('measureSize', { km2: formatShort(areaWithin(points) / 1e6, language), km: around });
}

const rounds = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

/** A bar of round length, true at the middle of the map: elsewhere the projection makes it somewhat longer or shorter. */
function MapScale({ ground }: { readonly ground: MapGround }) {
  const { w } = useSpeak();
  const { width, height, positionAt } = ground;
  const [left, right] = [positionAt(width / 2 - 50, height / 2), positionAt(width / 2 + 50, height / 2)];
  if (left === null || right === null) return null;
  const kilometres = distanceBetween(left, right) / 1000;
  const length = rounds.find((one) => one <= 1.2 * kilometres);
  if (length === undefined) return null;
  return (
    <span className="map-scale" title={w('measureScaleTitle')}>
      <i style={{ width: `${((100 * length) / kilometres).toFixed(1)}px` }} />
      {w('groundScale', { n: length })}
    </span>
  );
}
