import type * as app from '../app/index.js';
import type { Workspace } from '../app/index.js';
import type { PointFeature } from '../print/index.js';

/** What the server asks of open data: exports, features, the description of what is published. */
export interface OpenUseCases {
  readonly valuesPage: (ws: Workspace, call: app.ValuesCall) => Promise<app.ValuesPage>;
  readonly exportFile: (ws: Workspace, call: app.ExportCall) => Promise<app.StreamedFile>;
  readonly tableFile: (ws: Workspace, id: string) => Promise<app.StreamedFile>;
  readonly collections: (ws: Workspace) => Promise<readonly app.CollectionFacts[]>;
  readonly features: (
    ws: Workspace,
    collection: app.FeatureCollectionId,
    call: app.FeaturesCall,
  ) => Promise<app.FeaturesPage>;
  readonly feature: (ws: Workspace, collection: app.FeatureCollectionId, id: string) => Promise<PointFeature>;
  readonly dcatCatalog: (ws: Workspace, base: string) => Promise<object>;
}
