import { type PointerEvent, useState } from 'react';
import type { MapGround } from '../layers/layer-types.js';
import { LayersBelow, LayersPanel } from '../layers/lazy-layers.js';
import { MeasureBar } from './measure-bar.js';
import { MeasureLayer } from './measure-layer.js';
import { measuringOf } from './measure-state.js';

/**
 * What a map takes for layers and measuring: what it draws below and above, what follows the pointer, and what stands under it.
 *
 * @param scale whether a scale stands there too; maps that have one of their own need none
 */
export function useMapTools({ scale }: { readonly scale: boolean }) {
  const [tools] = useState(() => {
    const store = measuringOf();
    return {
      below: (seen: MapGround) => <LayersBelow ground={seen} />,
      above: (seen: MapGround) => <MeasureLayer ground={seen} store={store} />,
      onGround: store.ground.set,
      follow: ({ width, positionAt }: MapGround) => ({
        onPointerMove: (event: PointerEvent<HTMLElement>) => {
          const box = event.currentTarget.getBoundingClientRect();
          // a drawing may be shown larger or smaller than its own units
          const times = width / box.width;
          store.position.set(
            positionAt(times * (event.clientX - box.left), times * (event.clientY - box.top)),
          );
        },
        onPointerLeave: () => store.position.set(null),
      }),
      under: (
        <>
          <MeasureBar store={store} scale={scale} />
          <LayersPanel />
        </>
      ),
    };
  });
  return tools;
}
