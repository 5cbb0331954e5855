import { sha256Text, sortedJson } from '../../base/index.js';
import type { FilledEntry, FormBook, FormRow, ReturnValue, RoundDefinition } from '../../campaign/index.js';
import type { Workspace } from '../workspace.js';
import type { FormLine, ReturnAnswer } from './answers.js';
import { yearBefore } from './last-year.js';
import { inUnit } from './return-of.js';

/** The return of a city as the workbook that it fills in shows it. Of an indicator that stands in two forms the first line holds. */
export function formBookOf(ws: Workspace, answer: ReturnAnswer, definition: RoundDefinition): FormBook {
  const seen = new Set<string>();
  const sections = answer.forms.flatMap(({ sections: all }) =>
    all.map(({ label, lines }) => {
      const own = lines.filter(({ indicator }) => !seen.has(indicator));
      for (const { indicator } of own) seen.add(indicator);
      return { label, rows: own.map((line) => rowOf(ws, line)) };
    }),
  );
  const instructions = answer.forms.map((form) => form.instructions);
  const joined = (lang: 'en' | 'zh') => instructions.map((text) => text[lang]).join('\n');
  const { report, province, nation } = definition.deadlines;
  return {
    identity: { round: answer.round, city: answer.view.unit, form: formHash(answer) },
    round: answer.label,
    city: answer.name,
    period: answer.period,
    lastPeriod: yearBefore(definition.period),
    deadlines: [
      { name: { en: 'Handing in by the city', zh: '城市上报' }, day: report },
      { name: { en: 'Review by the province', zh: '省级审核' }, day: province },
      { name: { en: 'Review by the nation', zh: '国家审核' }, day: nation },
    ],
    instructions: { en: joined('en'), zh: joined('zh') },
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

/** What a city is asked for, and in which units; not what it has handed in. */
function formHash({ forms }: ReturnAnswer): string {
  const asked = forms.map(({ id, sections }) => [
    id,
    sections.map((section) => [
      section.id,
      section.lines.map(({ indicator, unit, required, whole }) => [indicator, unit, required, whole]),
    ]),
  ]);
  return sha256Text(sortedJson(asked));
}

function rowOf(ws: Workspace, line: FormLine): FormRow {
  const [low, high] = line.valid;
  return {
    indicator: line.indicator,
    label: line.label,
    definition: line.note ?? ws.catalog.indicators.get(line.indicator)?.note ?? null,
    unit: line.unit,
    unitLabel: line.unitLabel,
    digits: ws.catalog.units.get(line.unit)?.digits ?? 2,
    whole: line.whole,
    valid: [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY],
    required: line.required,
    last: line.lastYear?.value ?? null,
    filled: filledEntry(ws, line.value, line),
  };
}

/** What a return holds of an indicator, in the unit of its line: one word beside it says why it is unusual or why it is missing. */
export function filledEntry(
  ws: Workspace,
  value: ReturnValue | null,
  { unit }: Pick<FormRow, 'unit'>,
): FilledEntry {
  if (value === null) return { value: null, why: '', source: '' };
  const { value: number, missing, explanation, source } = value;
  return {
    value: number === null ? null : inUnit(ws, number, value.unit, unit),
    why: number === null ? missing : explanation,
    source,
  };
}
