import { useState } from 'react';
import type { MapGround } from '../layers/layer-types.js';
import { LayersBelow, LayersPanel } from '../layers/lazy-layers.js';
import { MeasureBar } from './measure-bar.js';
import { MeasureLayer } from './measure-layer.js';
import { measuringOf } from './measure-state.js';

/** What a map takes for layers and measuring: what it draws below and above, and what stands under it. */
export function useMapTools() {
  const [tools] = useState(() => {
    const store = measuringOf();
    return {
      below: (seen: MapGround) => <LayersBelow ground={seen} />,
      above: (seen: MapGround) => <MeasureLayer ground={seen} store={store} />,
      onGround: store.ground.set,
      onPosition: store.position.set,
      under: (
        <>
          <MeasureBar store={store} />
          <LayersPanel />
        </>
      ),
    };
  });
  return tools;
}
