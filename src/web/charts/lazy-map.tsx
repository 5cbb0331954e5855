import { lazy, Suspense } from 'react';
import type { CityMapProps, MapRow } from './map.js';

const CityMap = lazy(async () => ({ default: (await import('./map.js')).CityMap }));

/** The map, read when it is first needed; an empty frame holds its place until then. */
export function LazyMap<Row extends MapRow>(props: CityMapProps<Row>) {
  // what is read later has lost the kind of its rows; they go back only to the functions that came with them
  const given = props as unknown as CityMapProps<MapRow>;
  return (
    <Suspense fallback={<div className="map-frame" />}>
      <CityMap {...given} />
    </Suspense>
  );
}
