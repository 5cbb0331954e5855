import type * as app from '../app/index.js';
import type { Workspace } from '../app/index.js';

/** What the server asks of the comparison of places and of the layers of maps. */
export interface PlaceUseCases {
  readonly comparePlaces: (ws: Workspace, call: app.PlacesCall) => Promise<app.PlacesComparison>;
  readonly layersIn: (folder: string | null) => Promise<readonly app.ServerLayer[]>;
  readonly layerFile: (folder: string | null, name: string) => Promise<app.LayerFile>;
  readonly placeHints: (ws: Workspace, query: string) => Promise<readonly app.PlaceHint[]>;
}
