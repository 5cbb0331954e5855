import { join } from 'node:path';
import type { Checkup } from '../assess/index.js';
import { AfterlodeError, id, type Text } from '../base/index.js';
import { type CatalogFile, resolveCatalog } from '../catalog/index.js';
import { readCommittedFolder, readFolder } from '../files/index.js';
import { checkup } from './checkup/checkup.js';
import { withoutOverlays } from './pack.js';
import { periodOf } from './periods.js';
import { type Workspace, withCatalog } from './workspace.js';

/** A city that scores, ranks or is lit otherwise under the changed catalog. */
export interface Move {
  readonly city: string;
  readonly name: Text;
  readonly index: string;
  readonly rankBefore: number | null;
  readonly rankNow: number | null;
  /** Places gained (positive) or lost; null where either rank is missing. */
  readonly places: number | null;
  /** Score points, rounded to three digits. */
  readonly scoreChange: number | null;
  /** How many lights have another colour. */
  readonly lightsChanged: number;
}

/** Who moves between two catalogs. */
export interface Effect {
  readonly period: string;
  readonly before: string;
  readonly now: string;
  /** Largest change of rank first. */
  readonly moved: readonly Move[];
  readonly unmoved: number;
}

/**
 * Compares the check-up under the workspace's catalog with the one under another.
 *
 * @param call.base folder with the other catalog; default: the catalog as last committed, or, where the workspace
 *   applies overlays, the same catalog without them
 * @throws AfterlodeError CALL_OPTION where there is nothing to compare with
 */
export async function catalogEffect(
  ws: Workspace,
  call: { readonly base?: string; readonly period?: string },
): Promise<Effect> {
  const period = periodOf(ws.catalog, call.period);
  const old = withCatalog(ws, resolveCatalog(await baseFiles(ws, call.base), ws.options.on, []));
  const was = new Map((await checkup(old, { period })).map((one) => [one.city, one]));
  const moves = (await checkup(ws, { period })).flatMap((one) => movesOf(ws, was.get(one.city), one));
  const moved = moves
    .filter(hasMoved)
    .sort((a, b) => Math.abs(b.places ?? 0) - Math.abs(a.places ?? 0) || (a.city < b.city ? -1 : 1));
  return {
    period,
    before: old.catalog.hash,
    now: ws.catalog.hash,
    moved,
    unmoved: moves.length - moved.length,
  };
}

/** Another score, another rank, a rank won or lost, or another light. */
function hasMoved({ rankBefore, rankNow, scoreChange, lightsChanged }: Move): boolean {
  return rankBefore !== rankNow || (scoreChange ?? 0) !== 0 || lightsChanged > 0;
}

function movesOf(ws: Workspace, was: Checkup | undefined, now: Checkup): Move[] {
  return Object.entries(now.standing).map(([index, standing]) => {
    const old = was?.standing[index];
    const rankBefore = old?.rank ?? null;
    const scored = standing.score !== null && old?.score != null;
    return {
      city: now.city,
      name: ws.register.byId.get(id<'city'>(now.city))?.name ?? { zh: '', en: '' },
      index,
      rankBefore,
      rankNow: standing.rank,
      places: rankBefore === null || standing.rank === null ? null : rankBefore - standing.rank,
      scoreChange: scored ? Math.round(((standing.score ?? 0) - (old?.score ?? 0)) * 1000) / 1000 : null,
      lightsChanged: Object.entries(now.lights).filter(
        ([indicator, light]) => was?.lights[indicator]?.final !== light.final,
      ).length,
    };
  });
}

async function baseFiles(ws: Workspace, base: string | undefined): Promise<readonly CatalogFile[]> {
  const own = join(ws.pack.folder, 'catalog');
  if (base !== undefined) return withoutOverlays(await readFolder(base, '.yaml'));
  if (ws.options.overlays.length > 0) return withoutOverlays(await readFolder(own, '.yaml'));
  const committed = readCommittedFolder(own, '.yaml');
  if (committed === null || committed.length === 0) {
    throw new AfterlodeError('CALL_OPTION', '--base', {
      found: { en: 'nothing, and the catalog is in no git checkout', zh: '空，且目录不在 git 仓库中' },
      expected: { en: 'a folder with the catalog to compare with', zh: '含有对照目录的文件夹' },
    });
  }
  return withoutOverlays(committed);
}
