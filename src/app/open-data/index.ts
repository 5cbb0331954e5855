export {
  type ExportCall,
  type ExportFormat,
  type ExportKind,
  exportFormats,
  exportKinds,
  type OpenChoice,
} from './call.js';
export { dcatCatalog, tableFile } from './dcat.js';
export { exportFile, exportForms, exportTo, type StreamedFile } from './export.js';
export {
  type CollectionFacts,
  collections,
  type FeatureCollectionId,
  type FeaturesCall,
  type FeaturesPage,
  feature,
  featureCollections,
  features,
} from './features.js';
export { type ValueRow, type ValuesCall, type ValuesPage, valuesPage } from './values.js';
