import { id, type Unit } from '../../../base/index.js';
import { type Catalog, displayOf } from '../../../catalog/index.js';
import { defaultCatalog } from '../../../catalog/testing/sample.js';
import type { FilledSheet, FormBook, FormRow } from '../types.js';
