import { geoGraticule, geoPath, type GeoProjection } from 'd3-geo';
import { memo, useEffect, useMemo, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import { ask } from '../api.js';

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Land and borders of Natural Earth as drawn paths; empty until they are read. They come from the page's own server. */
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
      <path className="border" d={lines.border} />
    </g>
  );
});

function drawn(atlas: Atlas, projection: GeoProjection, width: number, height: number) {
  projection.clipExtent([
    [-width, -height],
    [2 * width, 2 * height],
  ]);
  const path = geoPath(projection).digits(1);
  const { land, countries } = atlas.objects;
  return {
    graticule: path(geoGraticule().step([10, 10])()) ?? '',
    land: path(feature(atlas, land)) ?? '',
    border: path(mesh(atlas, countries, (a, b) => a !== b)) ?? '',
  };
}
