import type { Text } from '../../base/index.js';
import { suggestUnits } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';

/** A unit as a search offers it. */
export interface PlaceHint {
  readonly id: string;
  readonly adcode: string;
  readonly name: Text;
  readonly province: Text;
  readonly level: string;
  readonly listed: boolean;
}

const most = 12;

/** Units on the list and off it for what is being typed: code, Chinese name or part of it, pinyin, English name. */
export async function placeHints(ws: Workspace, query: string): Promise<readonly PlaceHint[]> {
  return suggestUnits(await registerOf(ws), query, most).map(
    ({ id, adcode, name, province, level, listed }) => {
      return { id, adcode, name, province, level, listed };
    },
  );
}
