export { hiddenRows, statedCity } from './identity.js';
export { columnOf, formColumns, headingRow, hiddenSheet, longestText, sectionSheets } from './layout.js';
export { readForm } from './read-form.js';
export type * from './types.js';
