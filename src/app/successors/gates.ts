import { type IndicatorId, present, quantile, type Text, toEdge } from '../../base/index.js';
import type { SuccessorRules } from '../../catalog/index.js';
import type { Gate, JudgedGate } from '../../plan/index.js';
import { sourcesOf } from '../match/names.js';
import type { Workspace } from '../workspace.js';
import type { SuccessorGateRow } from './answer.js';
import type { Evidence } from './evidence.js';
import type { HasRow, NeedRow } from './tables.js';
import { gateSentence, sourceWords, type Usual } from './words.js';

/** A gate with what it is called and where its figures come from. */
export interface NamedGate extends Gate {
  readonly label: Text;
  readonly quantity: Text;
  readonly why: Text | null;
  readonly needsSource: Text;
  readonly hasSource: Text | null;
  readonly mark: SuccessorGateRow['mark'];
  readonly usual: Usual;
}

/** What gates are made of: rules of the catalog, tables that were brought, and what is known of the place. */
export interface GateInputs {
  readonly ws: Workspace;
  readonly rules: SuccessorRules;
  readonly needs: readonly NeedRow[];
  readonly has: ReadonlyMap<string, HasRow>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Places of the table that have an activity. */
  readonly placesWith: (activity: string) => readonly string[];
}

/** The gates of an activity: those of a table that was brought stand in the place of the catalog's. */
export function gatesOf(inputs: GateInputs, activity: string): readonly NamedGate[] {
  const brought = inputs.needs.filter((need) => need.activity === activity);
  const names = new Set(brought.map(({ gate }) => gate));
  const shipped = inputs.rules.needs.filter(
    ({ gate, activities }) => !names.has(gate) && activities.includes(activity as IndicatorId),
  );
  return [
    ...brought.map((need) => ({
      ...named(inputs, need.gate, activity, need),
      needs: need.needs,
      needsSource: sourceWords.table(need.source),
      why: null,
      mark: null,
    })),
    ...shipped.map((need) => ({
      ...named(inputs, need.gate, activity, null),
      needs: need.value ?? Number.NaN,
      needsSource: titles(inputs.ws, need),
      why: need.why,
      mark: need.mark,
    })),
  ];
}

function titles(ws: Workspace, { references }: SuccessorRules['needs'][number]): Text {
  const found = sourcesOf(ws, references).map(({ title }) => title);
  return { zh: found.map(({ zh }) => zh).join('；'), en: found.map(({ en }) => en).join('; ') };
}

function named(
  { rules, has, evidence, placesWith }: GateInputs,
  gate: string,
  activity: string,
  need: NeedRow | null,
) {
  const rule = rules.gates.find(({ id }) => id === gate);
  const known = evidence.get(gate);
  const own = has.get(gate);
  const unit = need?.unit ?? '';
  const sense = need?.sense ?? rule?.sense ?? 'least';
  const [share, most] = [rules.usualShare, sense === 'most'];
  const others = placesWith(activity).map((place) => known?.others.get(place) ?? Number.NaN);
  return {
    name: gate,
    label: rule?.label ?? { zh: gate, en: gate },
    quantity: unit === '' ? (rule?.quantity ?? { zh: '无单位', en: 'no unit' }) : { zh: unit, en: unit },
    sense,
    has: own?.has ?? known?.has ?? Number.NaN,
    hasSource: own === undefined ? (known?.source ?? null) : sourceWords.table(own.source),
    usual: { value: quantile(present(others), most ? 1 - share : share), share },
  } as const;
}

/** A judged gate as the answer shows it. */
export function gateRow(gate: NamedGate, judged: JudgedGate): SuccessorGateRow {
  const { name, label, quantity, sense, needs, has, usual, why, needsSource, hasSource, mark } = gate;
  return {
    gate: name,
    label,
    quantity,
    sense,
    needs: toEdge(needs),
    has: toEdge(has),
    lacking: toEdge(judged.lacking),
    state: judged.state,
    usual: toEdge(usual.value),
    says: gateSentence(gate, judged, usual),
    why,
    needsSource,
    hasSource,
    mark,
  };
}
