import {
  type Address,
  type ExplainContext,
  type Explanation,
  explain,
  isResult,
  parseAddress,
} from '../assess/index.js';
import { type Checked, id } from '../base/index.js';
import type { Panel } from '../observe/index.js';
import { cityOf, isAssessed, type Register } from '../register/index.js';
import { indexScores } from './checkup/checkup.js';
import { registerOf } from './cities/register.js';
import { openResult } from './explained/open.js';
import { acceptances, exclusions } from './ledger/decide.js';
import { doubtReasons, imported, levelPanel, listedPanel } from './panel.js';
import { peopleOf } from './tables/survey.js';
import { targetsOf } from './tables/targets.js';
import type { Workspace } from './workspace.js';

/** How far an explanation may reach. */
export interface ExplainCall {
  /** Asked on this machine itself: addresses may name files, as those of `analyse --table` do; default no. */
  readonly local?: boolean;
}

/**
 * The tree behind a number, down to sources and licences. Numbers of the answers of `classify`, `analyse`, `evaluate` and
 * `transfer` are found by asking the command again.
 *
 * @param address as in results; the city may also be a code or a name
 * @throws AfterlodeError NUMBER_UNKNOWN, CITY_UNKNOWN, CITY_AMBIGUOUS, and for numbers of answers those of the command
 */
export async function explainNumber(
  ws: Workspace,
  address: string,
  { local = false }: ExplainCall = {},
): Promise<Explanation> {
  const parsed = parseAddress(address);
  const register = await registerOf(ws);
  if (isResult(parsed)) {
    const opened = await openResult(ws, parsed, local);
    const { panel, numberAt } = opened;
    return explain(opened.address, { ...(await contextOf(ws)), register, panel, results: numberAt });
  }
  const asked = 'city' in parsed ? { ...parsed, city: cityOf(ws.register, parsed.city).id } : parsed;
  const { value: panel } = await panelFor(ws, register, asked);
  const scores = await indexScores(ws);
  return explain(asked, { ...(await contextOf(ws)), register, panel, scores });
}

/** What every explanation is read from. */
async function contextOf(ws: Workspace): Promise<Omit<ExplainContext, 'panel' | 'register'>> {
  return {
    catalog: ws.catalog,
    tables: await ws.tables(),
    imported: await imported(ws),
    exclusions: await exclusions(ws),
    acceptances: await acceptances(ws),
    doubts: await doubtReasons(ws),
    people: await peopleOf(ws),
    targets: await targetsOf(ws),
  };
}

/** Groups reach beyond the list; `by.group.level` names the level whose units are needed. */
function panelFor(ws: Workspace, register: Register, asked: Address): Promise<Checked<Panel>> {
  const level = asked.kind === 'group' ? asked.scope.split('.').at(-1) : undefined;
  if (level !== undefined) return levelPanel(ws, level);
  const city = 'city' in asked ? register.byId.get(id<'city'>(asked.city)) : undefined;
  return city && !isAssessed(city) ? levelPanel(ws, city.level) : listedPanel(ws);
}
