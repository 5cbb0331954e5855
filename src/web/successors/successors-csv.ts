import type { SuccessorGateRow } from '../../api/contract.js';
import { type Language, sheetLine } from '../../base/index.js';
import { successorCriteria } from '../../plan/index.js';
import type { Ranked } from './rerank.js';

/** A line for each candidate and condition in the order on the page; what is missing is empty, numbers are unrounded. */
export function successorsCsv(place: string, ranked: readonly Ranked[], language: Language): string {
  const head = [
    'place',
    'rank',
    'activity',
    'name',
    'state',
    'score',
    'known',
    'stranded',
    ...successorCriteria,
    'gate',
    'gate_state',
    'sense',
    'needs',
    'has',
    'lacking',
    'says',
    'needs_source',
    'has_source',
  ];
  const lines = ranked.flatMap(({ row, rank, found }) => {
    const own = [
      place,
      rank,
      row.activity,
      row.name?.[language] ?? null,
      found.state,
      edge(found.score),
      edge(found.known),
    ];
    const stranded = found.stranded === null ? null : found.stranded ? 1 : 0;
    const start = [...own, stranded, ...successorCriteria.map((name) => row.figures[name])];
    const gates: readonly (SuccessorGateRow | null)[] = row.gates.length === 0 ? [null] : row.gates;
    return gates.map((gate) => sheetLine([...start, ...gateCells(gate, language)]));
  });
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

function gateCells(gate: SuccessorGateRow | null, language: Language) {
  if (gate === null) return Array.from({ length: 9 }, () => null);
  return [
    gate.gate,
    gate.state,
    gate.sense,
    gate.needs,
    gate.has,
    gate.lacking,
    gate.says[language],
    gate.needsSource[language],
    gate.hasSource?.[language] ?? null,
  ];
}

const edge = (value: number) => (Number.isNaN(value) ? null : value);
