import { type GeoProjection, geoGraticule, geoPath } from 'd3-geo';
import { memo, useEffect, useMemo, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/land-50m.json?url';
import { ask } from '../api.js';

type Atlas = Topology<{ land: GeometryCollection }>;

/**
 * Land of Natural Earth as drawn paths; empty until it is read from the page's own server. No borders are drawn: those
 * of the base are not anybody's official ones, and offices may only publish such.
 */
export const BaseMap = memo(function BaseMap(props: {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}) {
  const { projection, width, height } = props;
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  useEffect(() => {
    let current = true;
    ask<Atlas>(atlasUrl).then(
      (answer) => current && setAtlas(answer),
      () => undefined, // the symbols stand at their places without the base as well
    );
    return () => {
      current = false;
    };
  }, []);
  const lines = useMemo(
    () => (atlas === null ? null : drawn(atlas, projection, width, height)),
    [atlas, projection, width, height],
  );
  if (lines === null) return null;
  return (
    <g className="base" aria-hidden="true">
      <path className="graticule" d={lines.graticule} />
      <path className="land" d={lines.land} />
    </g>
  );
});

function drawn(atlas: Atlas, projection: GeoProjection, width: number, height: number) {
  projection.clipExtent([
    [-width, -height],
    [2 * width, 2 * height],
  ]);
  const path = geoPath(projection).digits(1);
  return {
    graticule: path(geoGraticule().step([10, 10])()) ?? '',
    land: path(feature(atlas, atlas.objects.land)) ?? '',
  };
}
