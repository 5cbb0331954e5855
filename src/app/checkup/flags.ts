import { type FlagBook, type FlagNote, flagBook } from '../../assess/index.js';
import { id } from '../../base/index.js';
import { registerOf } from '../cities/register.js';
import { levelPanel, listedPanel } from '../panel.js';
import { peopleOf } from '../tables/survey.js';
import { targetsOf } from '../tables/targets.js';
import type { Workspace } from '../workspace.js';

/** Flags of the listed cities: what must stand beside which number; decided once per state of the workspace. */
export function listedFlags(ws: Workspace): Promise<FlagBook> {
  return ws.derived('flags/listed', async () =>
    flagBook(
      (await listedPanel(ws)).value,
      ws.catalog,
      await registerOf(ws),
      await peopleOf(ws),
      await targetsOf(ws),
    ),
  );
}

/** Flags of all units of a level, listed or not. */
export function levelFlags(ws: Workspace, level: string): Promise<FlagBook> {
  return ws.derived(`flags/level/${level}`, async () =>
    flagBook(
      (await levelPanel(ws, level)).value,
      ws.catalog,
      await registerOf(ws),
      await peopleOf(ws),
      await targetsOf(ws),
    ),
  );
}

/** The flags beside one number of a city, for whoever shows it. */
export async function flagsAt(
  ws: Workspace,
  city: string,
  period: string,
  indicator: string,
): Promise<readonly FlagNote[]> {
  const book = await listedFlags(ws);
  return book.beside(id<'city'>(city), id<'period'>(period), id<'indicator'>(indicator));
}
