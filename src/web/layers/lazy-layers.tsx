import { lazy, Suspense } from 'react';
import { useSpeak } from '../language.js';
import type { MapGround } from './layer-types.js';
import { openLayers, useWanted } from './wanted.js';

const LayerCanvas = lazy(async () => ({ default: (await import('./layer-canvas.js')).LayerCanvas }));
const LayerList = lazy(async () => ({ default: (await import('./layer-list.js')).LayerList }));

/** The layers of the user below a map, read only where there are any. */
export function LayersBelow({ ground }: { readonly ground: MapGround }) {
  if (!useWanted()) return null;
  return (
    <Suspense fallback={null}>
      <LayerCanvas ground={ground} />
    </Suspense>
  );
}

/** The panel of layers, closed until somebody wants it. */
export function LayersPanel() {
  const { w } = useSpeak();
  const wanted = useWanted();
  return (
    <details className="layers-panel" onToggle={(event) => event.currentTarget.open && openLayers()}>
      <summary>{w('layers')}</summary>
      {wanted && (
        <Suspense fallback={<p className="quiet small">{w('loading')}</p>}>
          <LayerList />
        </Suspense>
      )}
    </details>
  );
}
