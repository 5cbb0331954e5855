import { phrases } from '../../base/index.js';
import {
  type GroundKind,
  type GroundLayer,
  hazardGrades,
  highestLayer,
  lineMeetings,
  lookedAt,
  type Meetings,
  meanLayer,
  type Places,
  polygonMeetings,
  shapeOf,
  shareLayer,
} from '../../locate/index.js';
import type { GroundOptions } from './call.js';
import { layerFault, sharesOf, type Things } from './things.js';

/** Kinds whose layers hold what was found, so that the ground that was looked at must be told besides. */
export type AreaKind = Extract<GroundKind, 'subsidence' | 'vacant_land' | 'inefficient_land'>;

/** One kind over the places, with what it was made of. */
export interface KindLayer extends GroundLayer {
  readonly names: readonly string[];
  /** Value of each thing, 0 to 1; `NaN` where it has none. */
  readonly itemValues: Float64Array;
  /** Units by m² of each estate; 1 for other kinds, so that their amounts stay m² and m. */
  readonly perAmount: Float64Array;
}

/** What all kinds are laid over. */
export interface KindGiven {
  readonly places: Places;
  readonly options: GroundOptions;
  /** Where a kind was looked for; null: nobody said. */
  readonly area: Meetings | null;
}

/**
 * A layer from the things of a kind, as its own command writes them.
 *
 * @throws AfterlodeError GROUND_LAYER
 */
export const kindLayers: Readonly<Record<GroundKind, (read: Things, given: KindGiven) => KindLayer>> = {
  subsidence: hazardKindLayer,
  disorder: streetLayer,
  vacant_land: vacantLayer,
  vacancy: homeLayer,
  inefficient_land: landLayer,
};

function hazardKindLayer(read: Things, { places, options, area }: KindGiven): KindLayer {
  const values = Float64Array.from(read.things, ({ id, properties: { hazard } }) => {
    const grade = hazardGrades.findIndex((one) => one === hazard);
    if (grade >= 0) return options.hazard[grade] as number;
    throw layerFault(read.name, id, 'hazard', hazard, phrases.oneOf(hazardGrades.join(', ')));
  });
  const meetings = polygonMeetings(ringsOf(read), places);
  const looked = enoughOf(lookedAt(places, area, meetings), places, options);
  return named(read, highestLayer(meetings, values, looked), values);
}

function vacantLayer(read: Things, { places, options, area }: KindGiven): KindLayer {
  const given = options.byConfidence ? sharesOf(read, 'confidence') : ones(read);
  // What a screen takes out is listed by its command, and counts for nothing here.
  const weights = given.map((weight, at) => (read.things[at]?.properties.screened ? 0 : weight));
  const meetings = polygonMeetings(ringsOf(read), places);
  const looked = enoughOf(lookedAt(places, area, meetings), places, options);
  // Of unknown confidence: counts as nothing that is sure.
  const known = weights.map((weight) => (Number.isNaN(weight) ? 0 : weight));
  return named(read, shareLayer(meetings, known, looked), weights);
}

function landLayer(read: Things, { places, options, area }: KindGiven): KindLayer {
  const meetings = polygonMeetings(ringsOf(read), places);
  if (options.landBy === 'score') {
    const scores = sharesOf(read, 'score');
    return named(read, meanLayer(places.areaM2.length, meetings, scores, ones(read)), scores);
  }
  const values = sharesOf(read, 'inefficient');
  const judged = only(meetings, (item) => !Number.isNaN(values[item] as number));
  // Plots that were judged say by themselves where it was looked.
  const looked = lookedAt(places, area ?? judged, judged);
  const known = values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { ...named(read, shareLayer(judged, known, enoughOf(looked, places, options)), values), meetings };
}

function homeLayer(read: Things, { places, options }: KindGiven): KindLayer {
  const rates = sharesOf(read, 'rate');
  const meetings = polygonMeetings(ringsOf(read), places);
  const perM2 = Float64Array.from(read.things, ({ id, rings, properties: { units } }) => {
    if (typeof units !== 'number' || !(units >= 0))
      throw layerFault(read.name, id, 'units', units, phrases.numberFrom0);
    const [x = 0, y = 0] = rings[0] ?? [];
    return units / shapeOf(rings, { x, y }).area;
  });
  const layer = meanLayer(places.areaM2.length, meetings, rates, perM2, options.smallest);
  return { ...named(read, layer, rates), perAmount: perM2 };
}

function streetLayer(read: Things, { places }: KindGiven): KindLayer {
  const scores = sharesOf(read, 'score');
  const meetings = lineMeetings(ringsOf(read), places);
  return named(read, meanLayer(places.areaM2.length, meetings, scores, ones(read)), scores);
}

function named(read: Things, layer: GroundLayer, itemValues: Float64Array): KindLayer {
  return { ...layer, names: read.things.map(({ id }) => id), itemValues, perAmount: ones(read) };
}

function ringsOf({ things }: Things): readonly (readonly Float64Array[])[] {
  return things.map(({ rings }) => rings);
}

function ones({ things }: Things): Float64Array {
  return new Float64Array(things.length).fill(1);
}

function only(meetings: Meetings, keep: (item: number) => boolean): Meetings {
  const at = [...meetings.item.keys()].filter((one) => keep(meetings.item[one] as number));
  return {
    item: Uint32Array.from(at, (one) => meetings.item[one] as number),
    place: Uint32Array.from(at, (one) => meetings.place[one] as number),
    amount: Float64Array.from(at, (one) => meetings.amount[one] as number),
  };
}

/** Places of which too little was looked at count as not looked at. */
function enoughOf(looked: Float64Array, { areaM2 }: Places, { lookedLeast }: GroundOptions): Float64Array {
  return looked.map((m2, place) => (m2 >= lookedLeast * (areaM2[place] as number) ? m2 : 0));
}
