import { AfterlodeError } from '../../base/index.js';
import type { Layout } from '../../catalog/index.js';
import { type ForeignRow, type ImportContext, readObservations } from '../../observe/index.js';

/**
 * The layout through which the first rows of a table give most values.
 *
 * @param asked id of a layout; absent: try all
 * @throws AfterlodeError IMPORT_LAYOUT_UNKNOWN, IMPORT_LAYOUT_NONE
 */
export async function chooseLayout(
  layouts: ReadonlyMap<string, Layout>,
  rows: readonly ForeignRow[],
  context: ImportContext,
  asked: string | undefined,
): Promise<Layout> {
  const known = [...layouts.keys()].join(', ');
  if (asked !== undefined) {
    const found = layouts.get(asked);
    if (found) return found;
    throw new AfterlodeError('IMPORT_LAYOUT_UNKNOWN', '--layout', { found: asked, expected: known });
  }
  let best: Layout | null = null;
  let most = 0;
  for (const layout of layouts.values()) {
    const accepted = await acceptedOf(layout, rows, context);
    if (accepted > most) {
      best = layout;
      most = accepted;
    }
  }
  if (best) return best;
  const headings = rows[0]?.cells.slice(0, 12).join(', ') ?? '';
  throw new AfterlodeError('IMPORT_LAYOUT_NONE', context.file, { found: headings, expected: known });
}

async function acceptedOf(
  layout: Layout,
  rows: readonly ForeignRow[],
  context: ImportContext,
): Promise<number> {
  let accepted = 0;
  try {
    for await (const batch of readObservations([rows], layout, context)) accepted += batch.accepted.length;
  } catch (error) {
    if (!(error instanceof AfterlodeError)) throw error;
  }
  return accepted;
}
