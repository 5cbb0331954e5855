import type { DisorderElement, Presence, Sighting } from './types.js';

/**
 * Share of pictures of a segment in which an element is seen: p(e, s) = pictures with e ÷ pictures judged for e.
 *
 * A picture that several auditors judged counts as the share of them who saw it. Where nobody judged, the share is missing.
 *
 * @param sightings of elements that are in `elements`; those of others are passed over
 */
export function presenceOf(sightings: readonly Sighting[], elements: readonly DisorderElement[]): Presence {
  const places = new Map(elements.map(({ id }, at) => [id, at]));
  const segments = [...new Set(sightings.map(({ segment }) => segment))];
  const rows = new Map(segments.map((segment, at) => [segment, at]));
  const size = segments.length * elements.length;
  const [share, judged] = [new Float64Array(size), new Uint32Array(size)];
  for (const { segment, element, sum, count } of byImage(sightings).values()) {
    const place = places.get(element);
    if (place === undefined || count === 0) continue;
    const at = (rows.get(segment) as number) * elements.length + place;
    share[at] = (share[at] as number) + sum / count;
    judged[at] = (judged[at] as number) + 1;
  }
  return {
    segments,
    elements,
    share: share.map((sum, at) => (judged[at] === 0 ? Number.NaN : sum / (judged[at] as number))),
    judged,
    images: imagesOf(sightings, rows),
  };
}

function byImage(sightings: readonly Sighting[]) {
  const found = new Map<string, { segment: string; element: string; sum: number; count: number }>();
  for (const { image, segment, element, present } of sightings) {
    const key = JSON.stringify([segment, image, element]);
    const one = found.get(key) ?? { segment, element, sum: 0, count: 0 };
    found.set(key, one);
    if (Number.isNaN(present)) continue;
    one.sum += present;
    one.count += 1;
  }
  return found;
}

function imagesOf(sightings: readonly Sighting[], rows: ReadonlyMap<string, number>): Uint32Array {
  const seen = Array.from({ length: rows.size }, () => new Set<string>());
  for (const { image, segment } of sightings) seen[rows.get(segment) as number]?.add(image);
  return Uint32Array.from(seen, ({ size }) => size);
}
