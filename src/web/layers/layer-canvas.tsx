import { useEffect, useRef } from 'react';
import { drawingOf } from './draw.js';
import { contentOf, failLayer, useLayers } from './layer-store.js';
import type { MapGround } from './layer-types.js';

/** The visible layers, drawn below the symbols of a map. */
export function LayerCanvas({ ground }: { readonly ground: MapGround }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { layers } = useLayers();
  const { width, height } = ground;
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  useEffect(() => {
    let current = true;
    const visible = layers.filter((one) => one.visible).toReversed();
    const drawings = visible.map(async (layer) => {
      try {
        return await drawingOf(await contentOf(layer), layer, ground);
      } catch (cause) {
        if (current) failLayer(layer.id, cause);
        return null;
      }
    });
    const draw = async () => {
      const found = await Promise.all(drawings);
      const pen = canvas.current?.getContext('2d') ?? null;
      if (!current || pen === null || canvas.current === null) return;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, ground.width, ground.height);
      for (const drawing of found) drawing?.(pen);
      canvas.current.dataset['drawn'] = visible.map(({ name }) => name).join('|');
    };
    void draw();
    return () => {
      current = false;
    };
  }, [layers, ground, ratio]);
  return (
    <canvas
      ref={canvas}
      className="map layer-canvas"
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width: '100%', height: '100%' }}
      aria-hidden="true"
    />
  );
}
