import { type CityId, type Issue, type Period, sameText, type Text, type Unit } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Acceptance, Exclusion, Imported, Panel, Table } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import type { ResultAddress } from '../address.js';
import { type JudgeContext, judgeContext } from '../judge.js';
import type { TargetsOfYear } from '../plan-targets/index.js';
import { rankIndex } from '../rank-index.js';
import { rankOptionsOf } from '../rank-options.js';
import { scoreListed } from '../score-indices.js';
import type { PeopleLights } from '../survey/index.js';
import type { Explanation, IndexRanks, IndexScores } from '../types.js';
import type { ResultNumber } from './result.js';

/** What explanations are read from. */
export interface ExplainContext {
  /** With computed indicators and the units that the number speaks of. */
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  /** The tables and imports the panel was built from. */
  readonly tables: readonly Table[];
  readonly imported: Imported | null;
  /** Observed values left out of the panel by decisions. */
  readonly exclusions?: readonly Exclusion[];
  /** Doubtful values that decisions let take part. */
  readonly acceptances?: readonly Acceptance[];
  /** Why imported values are doubtful, by address. */
  readonly doubts?: ReadonlyMap<string, readonly Issue[]>;
  /** What residents say. */
  readonly people?: PeopleLights | null;
  /** Plan targets of cities. */
  readonly targets?: TargetsOfYear | null;
  /** Scores over the listed units where the caller has them already; else computed from the panel. */
  readonly scores?: ReadonlyMap<string, IndexScores>;
  /** Numbers of the answers of commands; undefined where an answer has no such number. */
  readonly results?: (address: ResultAddress) => ResultNumber | undefined;
}

/** One explanation on its way: what was explained once is not explained again. */
export interface Walk extends ExplainContext {
  readonly done: Map<string, Explanation>;
  readonly scoresOf: (index: string) => IndexScores | null;
  readonly ranksOf: (index: string, period: Period) => IndexRanks | null;
  readonly judgeIn: (period: Period) => JudgeContext;
}

/** Begins an explanation; scores, ranks and classes are made when a number first needs them, and then kept. */
export function beginWalk(context: ExplainContext): Walk {
  const { panel, catalog, register } = context;
  const memory = memoryOf(context);
  const scoresOf = (name: string) => {
    const index = catalog.indices.get(name);
    if (!index) return null;
    return (
      context.scores?.get(name) ??
      kept(memory.scores, name, () => scoreListed(panel, catalog, register, index))
    );
  };
  return {
    ...context,
    done: new Map(),
    scoresOf,
    ranksOf: (name, period) => {
      const of = scoresOf(name);
      if (!of) return null;
      const known = ranksByScores.get(of) ?? new Map<Period, IndexRanks>();
      ranksByScores.set(of, known);
      return kept(known, period, () => rankIndex(of, period, rankOptionsOf(catalog)));
    },
    judgeIn: (period) => {
      const { people = null, targets = null } = context;
      return kept(memory.judges, period, () =>
        judgeContext(panel, catalog, register, period, people, targets),
      );
    },
  };
}

/** What was made for earlier explanations from the same panel, catalog and register. */
interface Memory {
  readonly catalog: Catalog;
  readonly register: Register;
  readonly people: PeopleLights | null;
  readonly targets: TargetsOfYear | null;
  readonly scores: Map<string, IndexScores>;
  readonly judges: Map<Period, JudgeContext>;
}

const memories = new WeakMap<Panel, Memory>();
/** Scores know their catalog: they are made anew for another one. */
const ranksByScores = new WeakMap<IndexScores, Map<Period, IndexRanks>>();

function memoryOf({ panel, catalog, register, people = null, targets = null }: ExplainContext): Memory {
  const found = memories.get(panel);
  const same =
    found?.catalog === catalog &&
    found.register === register &&
    found.people === people &&
    found.targets === targets;
  if (found && same) return found;
  const made: Memory = { catalog, register, people, targets, scores: new Map(), judges: new Map() };
  memories.set(panel, made);
  return made;
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** Explains a number once per walk. */
export function once(walk: Walk, id: string, make: () => Explanation): Explanation {
  const found = walk.done.get(id) ?? make();
  walk.done.set(id, found);
  return found;
}

/** A unit of the register by its id. */
export function unitOf(walk: Walk, city: CityId): City | undefined {
  return walk.register.byId.get(city);
}

/** `鹤岗市 2020`, before or after the label of a number. */
export function placeText(walk: Walk, city: CityId, period: string): Text {
  const name = unitOf(walk, city)?.name ?? sameText(city);
  return { en: `${name.en} ${period}`, zh: `${name.zh} ${period}` };
}

/** `Population, Hegang 2020`. */
export function titled(label: Text, place: Text): Text {
  return { en: `${label.en}, ${place.en}`, zh: `${label.zh}，${place.zh}` };
}

/** Label and unit of an indicator; the id where the catalog lacks it. */
export function indicatorWords(
  catalog: Catalog,
  name: string,
): { readonly label: Text; readonly unit: Unit } {
  const found = catalog.indicators.get(name as never);
  return { label: found?.label ?? sameText(name), unit: found?.unit ?? ('' as Unit) };
}
