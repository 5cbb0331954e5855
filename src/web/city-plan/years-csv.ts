import { sheetLine } from '../../base/index.js';
import type { PlanScenario } from '../../plan/index.js';

/** Measures of all scenarios as CSV with the columns that the command writes; what is missing is empty. */
export function yearsCsv(scenarios: readonly PlanScenario[]): string {
  const lines = scenarios.flatMap(({ scenario, measures }) =>
    measures.map(({ measure, label, answers, score, choice, funding, cost, years }) =>
      sheetLine([
        scenario,
        measure,
        label.en,
        label.zh,
        answers.join(' '),
        score,
        choice.state,
        funding,
        cost?.low ?? null,
        cost?.high ?? null,
        cost?.stated.mark ?? null,
        years.join(' '),
      ]),
    ),
  );
  const head = 'scenario,measure,label,label_zh,answers,score,choice,funding,cost_low,cost_high,mark,years';
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
