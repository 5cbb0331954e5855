import { type Address, type Explanation, explain, parseAddress } from '../assess/index.js';
import { type Checked, id } from '../base/index.js';
import type { Panel } from '../observe/index.js';
import { cityOf, isAssessed, type Register } from '../register/index.js';
import { indexScores } from './checkup.js';
import { acceptances, exclusions } from './decide.js';
import { doubtReasons, imported, levelPanel, listedPanel } from './panel.js';
import { registerOf } from './register.js';
import { peopleOf } from './survey.js';
import { targetsOf } from './targets.js';
import type { Workspace } from './workspace.js';

/**
 * The tree behind a number, down to sources and licences.
 *
 * @param address as in results; the city may also be a code or a name
 * @throws AfterlodeError NUMBER_UNKNOWN, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function explainNumber(ws: Workspace, address: string): Promise<Explanation> {
  const parsed = parseAddress(address);
  const asked = 'city' in parsed ? { ...parsed, city: cityOf(ws.register, parsed.city).id } : parsed;
  const register = await registerOf(ws);
  const { value: panel } = await panelFor(ws, register, asked);
  return explain(asked, {
    panel,
    catalog: ws.catalog,
    register,
    tables: await ws.tables(),
    imported: await imported(ws),
    exclusions: await exclusions(ws),
    acceptances: await acceptances(ws),
    doubts: await doubtReasons(ws),
    scores: await indexScores(ws),
    people: await peopleOf(ws),
    targets: await targetsOf(ws),
  });
}

/** Groups reach beyond the list; `by.group.level` names the level whose units are needed. */
function panelFor(ws: Workspace, register: Register, asked: Address): Promise<Checked<Panel>> {
  const level = asked.kind === 'group' ? asked.scope.split('.').at(-1) : undefined;
  if (level !== undefined) return levelPanel(ws, level);
  const city = 'city' in asked ? register.byId.get(id<'city'>(asked.city)) : undefined;
  return city && !isAssessed(city) ? levelPanel(ws, city.level) : listedPanel(ws);
}
