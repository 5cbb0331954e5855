import { AfterlodeError } from '../../base/index.js';
import {
  type CampaignEvent,
  type RoundDefinition,
  type RoundInputs,
  returnViews,
  type SnapshotCatalog,
} from '../../campaign/index.js';
import { resolveCatalog } from '../../catalog/index.js';
import { type CampaignStore } from '../../store/index.js';
import { registerOf } from '../cities/register.js';
import { catalogFiles } from '../pack.js';
import type { Workspace } from '../workspace.js';
import { earlierValues } from './last-year.js';
import { cityRow } from './results.js';
import { entriesOf, newestOf } from './round-of.js';

/** Everything that the results of a round follow from, as it stands now. */
export async function roundInputs(
  ws: Workspace,
  campaign: CampaignStore,
  definition: RoundDefinition,
): Promise<{
  readonly inputs: RoundInputs;
  readonly events: readonly CampaignEvent[];
  /** Number of the newest event. */
  readonly newest: number;
}> {
  const name = definition.id;
  const events = await campaign.events(name);
  const views = returnViews(definition.units, events);
  const units = [...definition.units].sort();
  const register = await registerOf(ws);
  const earlier = await earlierValues(ws, definition, entriesOf(ws, definition).keys());
  return {
    events,
    newest: newestOf(events),
    inputs: {
      definition,
      units: units.map((id) => {
        const city = register.byId.get(id);
        // Units are looked up when a round is defined; a register that has lost one since cannot be reported on.
        if (city === undefined) throw new AfterlodeError('ROUND_UNIT', name, { found: id });
        return { id, city: cityRow(city), leftOut: views.get(id)?.state !== 'locked' };
      }),
      values: await lockedValues(campaign, name),
      earlier: units.flatMap((unit) =>
        [...(earlier.get(unit)?.values() ?? [])].map((value) => ({ unit, ...value })),
      ),
      catalog: ws.catalog.hash,
    },
  };
}

/** The last value of each unit and indicator with the files beside it, in the order of units and indicators. */
async function lockedValues(campaign: CampaignStore, name: string): Promise<RoundInputs['values']> {
  const files = await campaign.files(name);
  const last = new Map(
    (await campaign.values(name)).map((value) => [`${value.unitId}\n${value.indicator}`, value]),
  );
  return [...last.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => ({
      ...value,
      evidence: files
        .filter(({ unit, indicator }) => unit === value.unitId && indicator === value.indicator)
        .map(({ sha256, name: file }) => ({ sha256, name: file })),
    }));
}

/**
 * The files of the catalog in force, to be kept with a round.
 *
 * @throws AfterlodeError ROUND_NOT_COMPUTED where the files are others than those that the program reads its definitions from
 */
export async function catalogToKeep(ws: Workspace, round: string): Promise<SnapshotCatalog> {
  const { on, overlays: names } = ws.options;
  const { files, overlays } = await catalogFiles({ pack: ws.options.pack, on, overlays: names });
  const { value } = resolveCatalog(files, on, overlays);
  if (value.hash !== ws.catalog.hash) {
    throw new AfterlodeError('ROUND_NOT_COMPUTED', round, {
      found: { en: 'a catalog that was edited since the program started', zh: '程序启动后目录文件已被修改' },
      expected: { en: 'the catalog that the program has read', zh: '程序所读取的目录' },
    });
  }
  const plain = (list: readonly { readonly path: string; readonly text: string }[]) =>
    list.map(({ path, text }) => ({ path, text }));
  return {
    version: value.version,
    hash: value.hash,
    on,
    files: plain(files),
    overlays: overlays.map((one) => ({ name: one.name, files: plain(one.files) })),
  };
}
