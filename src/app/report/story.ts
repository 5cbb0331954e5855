import type { Explanation } from '../../assess/index.js';
import { AfterlodeError, type Text } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { ReportStory, StoryClaim, StoryEvidence } from '../../report/index.js';
import { structureOfWorkspace } from '../analyse/branches.js';
import { analyseCarbon } from '../analyse/carbon.js';
import { populationOfWorkspace } from '../analyse/people.js';
import { jobsOfWorkspace } from '../analyse/work.js';
import type { CityPage } from '../answers.js';
import { claims } from '../claims.js';
import { classify } from '../classify/classify.js';
import { explainNumber } from '../explain.js';
import { entriesOf } from '../ledger/ledger.js';
import { publicRow } from '../ledger/row.js';
import { measuresFor } from '../match/measures.js';
import type { Workspace } from '../workspace.js';

/** The two latest censuses, which the shipped tables have for every unit. */
export const censuses = { from: '2010', to: '2020' } as const;

/** Two years of analyses. */
export interface StoryYears {
  readonly from: string;
  readonly to: string;
}

/**
 * What a report says beside the check-up: type, people, work, carbon, claims, findings that are followed, and the cells each
 * finding was read from. Provinces and the country have no type, people, work or carbon of this kind.
 *
 * @param years both censuses
 */
export async function reportStory(ws: Workspace, page: CityPage, years: StoryYears): Promise<ReportStory> {
  const entries = [...(await entriesOf(ws)).values()].filter(({ opened }) => opened.city === page.city.id);
  const followed = entries.map((one) => publicRow(ws, one));
  const city = cityOf(ws.register, page.city.id);
  return {
    ...(await storyParts(ws, page, years)),
    followed,
    measures: measuresFor(ws, city, page.checkup),
    evidence: await evidenceOf(ws, page),
  };
}

/** As `reportStory`, without the ledger and the cells behind the findings. */
export async function storyParts(ws: Workspace, page: CityPage, years: StoryYears): Promise<ReportStory> {
  const { city, period } = page;
  const whole = city.level === 'country' || city.level === 'province';
  const call = { cities: [city.id], ...years };
  const one = async <T>(rows: () => Promise<readonly T[]>) => (whole ? [] : await unlessLacking(rows));
  const [kind] = await one(() => classify(ws, { cities: [city.id], period }));
  const [people] = await one(() => populationOfWorkspace(ws, call));
  const [structure] = await one(() => structureOfWorkspace(ws, call));
  const [jobs] = await one(() => jobsOfWorkspace(ws, call));
  return {
    kind: kind ?? null,
    people: people ?? null,
    structure: structure ?? null,
    jobs: jobs ?? null,
    carbon: await one(() => analyseCarbon(ws, call)),
    claims: await claimsAbout(ws, city),
    followed: [],
    measures: [],
    evidence: [],
    inputs: inputWords(ws),
  };
}

/** What a pack without indicators, thresholds, parameters or years of a kind is refused with: then the part stays away. */
const lacking: ReadonlySet<string> = new Set([
  'PANEL_INDICATOR_UNKNOWN',
  'PERIOD_UNKNOWN',
  'IDENTIFY_SET',
  'ASSESS_PARAMETER_MISSING',
]);

async function unlessLacking<T>(rows: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await rows();
  } catch (error) {
    if (error instanceof AfterlodeError && lacking.has(error.code)) return [];
    throw error;
  }
}

/** Claims that are about the city, and those whose reason names it. */
async function claimsAbout(
  ws: Workspace,
  { id, name }: Pick<CityPage['city'], 'id' | 'name'>,
): Promise<readonly StoryClaim[]> {
  return (await claims(ws)).filter(
    (one) => ws.catalog.claims.get(one.id)?.about.includes(id) || one.reason.zh.includes(name.zh),
  );
}

/** Each number that a finding rests on, with the cells of the city and of the country below it; peers have a hundred more. */
async function evidenceOf(ws: Workspace, { city, checkup }: CityPage): Promise<readonly StoryEvidence[]> {
  const country = ws.register.cities.find(({ level }) => level === 'country')?.id;
  const own = [city.id, country].map((one) => `value/${one}/`);
  const found: StoryEvidence[] = [];
  for (const finding of checkup.findings) {
    for (const address of finding.evidence) {
      const tree = await explainNumber(ws, address);
      const leaves = leavesOf(tree).filter(({ id }) => own.some((start) => id.startsWith(start)));
      const cells = [...new Map(leaves.map((leaf) => [leaf.id, leaf] as const)).values()];
      found.push({ finding: finding.label, address, how: tree.how, read: cells.flatMap(cellOf) });
    }
  }
  return found;
}

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leavesOf);
}

function cellOf({ label, value, unit, source }: Explanation): StoryEvidence['read'] {
  if (source === null) return [];
  const { title, locator, licence } = source;
  return [{ label, value, unit, title, locator, licence }];
}

/** Labels of what may be missing, and who keeps it by the lists of the check-up and the aspects of the evaluation. */
function inputWords({ catalog }: Workspace): ReportStory['inputs'] {
  const keepers = new Map<string, Text>();
  const lists = [...catalog.checkups.values()].flatMap(({ dimensions }) => dimensions);
  for (const { items } of [...lists, ...(catalog.aspects?.values() ?? [])])
    for (const { indicator, source } of items) if (!keepers.has(indicator)) keepers.set(indicator, source);
  return Object.fromEntries(
    [...catalog.indicators.values()].map(({ id, label }) => [id, { label, keeper: keepers.get(id) ?? null }]),
  );
}
