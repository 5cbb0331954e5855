import {
  breaksBetween,
  type Checkup,
  cellValue,
  type ItemStanding,
  judgeIndicator,
  type LedgerEntry,
  type Opened,
  problemVerdict,
  type Recheck,
  recheckLight,
  recheckProblem,
} from '../../assess/index.js';
import { AfterlodeError, id, type Period, toEdge, yearOf } from '../../base/index.js';
import type { City } from '../../register/index.js';
import { annualOf, annualPeriod, judging } from '../checkup/annual.js';
import { checkupsOf, listedOne } from '../checkup/checkup.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** What the check-up itself says of a finding: the part of an opening that nobody types in. */
export type Judged = Pick<Opened, 'light' | 'mismatch' | 'value' | 'evidence'>;

/** What a check-up found in a city: problems of the catalog, red lights, and figures and people that contradict. */
export async function foundIn(
  ws: Workspace,
  city: City,
  asked: string | undefined,
): Promise<readonly (Pick<Opened, 'period' | 'subject' | 'about'> & Judged)[]> {
  const { period } = await annualPeriod(ws, city, asked);
  const { order } = await annualOf(ws, city, period);
  const lights = order
    .filter(({ judgement }) => judgement?.mismatch || judgement?.final === 'red')
    .map((item) => ({ period, subject: 'indicator' as const, about: item.indicator, ...judgedLight(item) }));
  const problems = (await problemsIn(ws, city, period)).map((one) => ({
    period,
    subject: 'problem' as const,
    about: one.problem,
    ...judgedProblem(one),
  }));
  const [contradicted, red] = [lights.filter((one) => one.mismatch), lights.filter((one) => !one.mismatch)];
  return [...contradicted, ...problems, ...red];
}

function judgedLight({ judgement, value, address }: ItemStanding): Judged {
  return {
    light: judgement?.final ?? 'none',
    mismatch: judgement?.mismatch ?? null,
    value: toEdge(value),
    evidence: [address],
  };
}

type Problem = Checkup['findings'][number];

export function judgedProblem(one: Problem): Judged {
  return { light: 'none', mismatch: null, value: toEdge(one.magnitude.mid), evidence: one.evidence };
}

/** Problems of the check-up of a period; none where no table has the period. */
async function problemsIn(ws: Workspace, city: City, period: Period): Promise<readonly Problem[]> {
  const { value: panel } = await listedPanel(ws);
  if (!panel.periods.includes(period)) return [];
  const found = listedOne(await checkupsOf(ws, period), city);
  return found.findings.filter((one) => one.kind === 'problem');
}

/**
 * How the check-up judges what somebody wants to open.
 *
 * @throws AfterlodeError LEDGER_SUBJECT where it is neither an indicator of the check-up nor a problem found in the period
 */
export async function judgedSubject(
  ws: Workspace,
  city: City,
  period: Period,
  about: string,
): Promise<Judged & Pick<Opened, 'subject'>> {
  const problems = await problemsIn(ws, city, period);
  const problem = problems.find((one) => one.problem === about);
  if (problem) return { subject: 'problem', ...judgedProblem(problem) };
  const { order } = await annualOf(ws, city, period);
  const item = order.find((one) => one.indicator === about);
  if (item) return { subject: 'indicator', ...judgedLight(item) };
  throw new AfterlodeError('LEDGER_SUBJECT', `${city.id}/${period}`, {
    found: about,
    expected: [...problems.map((one) => one.problem), 'an indicator of catalog/checkup'].join(', '),
  });
}

/**
 * The re-check of a finding in a later period: its light then beside that of the finding, or whether the problem is found
 * again.
 */
export async function recheckOf(
  ws: Workspace,
  city: City,
  entry: LedgerEntry,
  period: Period,
): Promise<Recheck> {
  const { opened } = entry;
  const { context, at } = await judging(ws, city, period);
  const years = [yearOf(opened.period), yearOf(period)] as const;
  const broken = breaksBetween(context.register, city, ...years).length > 0;
  const base = { period, lightBefore: opened.light, valueBefore: opened.value };
  // Only another measurement tells how ground goes on; its findings are of their own period.
  if (opened.subject === 'ground')
    return {
      ...base,
      result: 'cannot_tell',
      reason: 'no_judgement_now',
      lightAfter: 'none',
      valueAfter: null,
    };
  const value = (indicator: string) =>
    toEdge(cellValue(context.panel, id(indicator), at, context.panel.periods.indexOf(period)));
  if (opened.subject === 'indicator') {
    const rule = ws.catalog.lights.get(id<'indicator'>(opened.about));
    const after = rule ? judgeIndicator(context, rule, at).final : 'none';
    const answer = recheckLight(opened.light, after, broken);
    return { ...base, ...answer, lightAfter: after, valueAfter: value(opened.about) };
  }
  const problem = ws.catalog.problems.get(opened.about);
  const lights = Object.fromEntries(
    [...ws.catalog.lights.values()].map((rule) => [rule.indicator, judgeIndicator(context, rule, at)]),
  );
  const verdict = problem ? problemVerdict(context, at, problem, lights) : 'open';
  const answer = recheckProblem(verdict, broken);
  return { ...base, ...answer, lightAfter: 'none', valueAfter: problem ? value(problem.magnitude) : null };
}
