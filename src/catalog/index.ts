export { type CatalogCase, readCases } from './cases.js';
export { describeCondition, describeFormula } from './describe.js';
export { catalogSchemas } from './json-schemas.js';
export { type FileKind, type Kind, kindNames, kindOf } from './kinds.js';
export { type MethodRule, methodRules } from './methods.js';
export { overlayFrom, overlayNames } from './overlays.js';
export { expectCatalog, resolveCatalog } from './resolve.js';
export type * from './types.js';
export { baseOf, convert, type Display, displayOf, plainWord, sameBase, unitByAlias } from './units.js';
