import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { ForestSettings } from '../../locate/index.js';
import type { AccessCall } from '../access/call.js';
import { numberOf, type Written } from '../composite/words.js';
import { crsOfWord } from '../zonal/words.js';

/** Options of vacant land as a command or a request writes them. */
export interface VacantLandWords {
  /** Names of the bands of the image in their order, `red,green,blue,nir`; `-` leaves a band out. */
  readonly bands?: string;
  /** Property of the labels that holds the class. */
  readonly classProperty?: string;
  /** Class of labels that have none. */
  readonly labelClass?: string;
  readonly labelsCrs?: string;
  /** Classes that become polygons, `vacant,dumped`. */
  readonly lookFor?: string;
  /** What all ground outside the labels is, where somebody has looked at all of it. */
  readonly rest?: string;
  /** Group of cities that a model is for. */
  readonly group?: string;
  /** Cells along a side of a patch. */
  readonly patch?: Written;
  /** Half sides of the squares of context in patches, `1,3,8`. */
  readonly radii?: string;
  readonly trees?: Written;
  readonly samples?: Written;
  /** Patches along a side of a block, folds, and patches between what is learnt and what is judged. */
  readonly block?: Written;
  readonly folds?: Written;
  readonly gap?: Written;
  readonly seed?: Written;
  /** Share of a patch that a class must cover to be its label. */
  readonly leastCover?: Written;
  readonly probability?: Written;
  /** m². */
  readonly minArea?: Written;
  /** Persons per km² above which a polygon is screened out. */
  readonly maxPopulation?: Written;
  /** Mean of the raster above which a polygon is screened out. */
  readonly maxLight?: Written;
  /** Reference system of plots and built-up area that do not say theirs. */
  readonly crs?: string;
  /** Property that names the plots. */
  readonly parcelId?: string;
}

/** The command `vacant-land`, as written. */
export interface VacantLandCall extends VacantLandWords {
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
  /** GeoTIFF, a path or an http(s) address. */
  readonly image: string;
  /** GeoJSON. */
  readonly labels?: string;
  readonly model?: string;
  readonly parcels?: string;
  readonly builtUp?: string;
  /** GeoTIFF of persons by cell. */
  readonly population?: string;
  /** GeoTIFF. */
  readonly nightLight?: string;
  /** Folder for the results. */
  readonly out?: string;
  /** City in whose ledger each polygon becomes a finding, and the year of these findings. */
  readonly findings?: string;
  readonly period?: string;
}

/** Options, checked, with what the catalog says where the call does not. They travel between threads. */
export interface VacantLandOptions {
  /** Name by band of the image, null for those left out; null: as the image calls them. */
  readonly bands: readonly (string | null)[] | null;
  readonly classProperty: string;
  readonly labelClass: string | null;
  readonly labelsCrs: string | null;
  /** null: the classes that are called vacant. */
  readonly lookFor: readonly string[] | null;
  readonly rest: string | null;
  readonly group: string;
  readonly patch: number;
  readonly radii: readonly number[];
  readonly forest: ForestSettings;
  readonly block: number;
  readonly folds: number;
  readonly gap: number;
  /** Drawings of blocks for intervals. */
  readonly runs: number;
  readonly leastCover: number;
  readonly probability: number;
  /** m²; 0: every piece counts. */
  readonly minimumM2: number;
  /** Persons per km²; null: not set. */
  readonly mostPersonsPerKm2: number | null;
  /** null: not set. */
  readonly mostLight: number | null;
  /** Whether the call itself names these limits. */
  readonly asked: { readonly population: boolean; readonly light: boolean };
  readonly crs: string | null;
  readonly parcelId: string | null;
}

/** @throws AfterlodeError CALL_OPTION */
export function vacantLandOptions(
  words: VacantLandWords,
  { catalog }: { readonly catalog: Catalog },
): VacantLandOptions {
  const { value, whole, part, share, limit } = numbersOf(catalog);
  const radii = words.radii?.split(',') ?? [1, 2, 3, 4].map((at) => value(`radius_${at}`)).filter(Boolean);
  return {
    bands: words.bands === undefined ? null : bandWords(words.bands),
    classProperty: words.classProperty ?? 'class',
    labelClass: words.labelClass ?? null,
    labelsCrs: crsOfWord('--labels-crs', words.labelsCrs),
    lookFor: words.lookFor === undefined ? null : listOf('--look-for', words.lookFor),
    rest: words.rest ?? null,
    group: words.group?.trim() ?? '',
    patch: whole('--patch', words.patch, 'patch', 1, 256),
    radii: radii.map((one) => whole('--radii', one, 'radius_1', 1, 64)),
    forest: {
      trees: whole('--trees', words.trees, 'trees', 1, 1000),
      depth: whole('vacant_depth', undefined, 'depth', 1, 64),
      leaf: whole('vacant_leaf', undefined, 'leaf', 1, 10_000),
      samples: whole('--samples', words.samples, 'samples', 10, 1_000_000),
      seed: numberOf('--seed', words.seed ?? 1),
    },
    block: whole('--block', words.block, 'block', 1, 10_000),
    folds: whole('--folds', words.folds, 'folds', 2, 100),
    gap: whole('--gap', words.gap, 'gap', 0, 10_000),
    runs: whole('vacant_interval_runs', undefined, 'interval_runs', 1, 100_000),
    leastCover: part('--least-cover', words.leastCover, 'cover'),
    probability: share('--probability', words.probability, 'probability'),
    minimumM2: limit('--min-area', words.minArea, 'minimum_area'),
    // The catalog has persons by m², and a limit of 0 where nobody has set one.
    mostPersonsPerKm2:
      words.maxPopulation === undefined
        ? value('population') * 1e6 || null
        : limit('--max-population', words.maxPopulation, 'population'),
    mostLight:
      words.maxLight === undefined
        ? value('night_light') || null
        : limit('--max-light', words.maxLight, 'night_light'),
    asked: { population: words.maxPopulation !== undefined, light: words.maxLight !== undefined },
    crs: crsOfWord('--crs', words.crs),
    parcelId: words.parcelId ?? null,
  };
}

/** Numbers of a call, each by its option, what was written, and the parameter that stands in for it. */
function numbersOf(catalog: Catalog) {
  const value = (name: string) => parameterValue(catalog, `vacant_${name}`);
  const checked = (
    option: string,
    written: Written | undefined,
    name: string,
    is: (found: number) => boolean,
    expected: Text,
  ) => {
    const found = numberOf(option, written ?? value(name));
    if (is(found)) return found;
    throw wrong(option, found, expected);
  };
  type Asked = readonly [option: string, written: Written | undefined, name: string];
  return {
    value,
    whole: (...[option, written, name, least, most]: readonly [...Asked, number, number]) =>
      checked(option, written, name, (found) => Number.isInteger(found) && found >= least && found <= most, {
        en: `a whole number from ${least} to ${most}`,
        zh: `${least} 至 ${most} 的整数`,
      }),
    part: (...asked: Asked) =>
      checked(...asked, (found) => found > 0 && found <= 1, {
        en: 'a number above 0, up to 1',
        zh: '大于 0 且不超过 1 的数',
      }),
    share: (...asked: Asked) => checked(...asked, (found) => found >= 0 && found <= 1, phrases.share),
    limit: (...asked: Asked) => checked(...asked, (found) => found >= 0, phrases.numberFrom0),
  };
}

function bandWords(written: string): readonly (string | null)[] {
  const names = listOf('--bands', written).map((name) => (name === '-' ? null : name.toLowerCase()));
  const named = names.filter((name) => name !== null);
  if (named.length > 0 && new Set(named).size === named.length) return names;
  throw wrong('--bands', written, {
    en: 'each band once, such as red,green,blue,nir',
    zh: '不重复的波段名，如 red,green,blue,nir',
  });
}

function listOf(option: string, written: string): readonly string[] {
  const words = written.split(',').map((word) => word.trim());
  if (words.every((word) => word !== '')) return words;
  throw wrong(option, written, { en: 'words separated by commas', zh: '以逗号分隔的词' });
}

function wrong(option: string, found: string | number, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
