import type { IsoDate, ReferenceId, Text } from '../base/index.js';
import type { Located, Mark } from './types.js';

/** A thing that makes a street disorderly. */
export interface DisorderElementRule {
  readonly id: string;
  /** Id of a dimension of the list. */
  readonly dimension: string;
  readonly label: Text;
  /** Classes of a street segmentation whose summed share may tell of it, once it is calibrated with ratings; empty: none. */
  readonly shares: readonly string[];
  readonly note: Text | null;
  readonly mark: Mark;
}

/** A list of elements of street disorder by dimension. */
export interface DisorderList extends Located {
  readonly id: string;
  readonly label: Text;
  /** In force from this day; of the lists in force the newest counts. */
  readonly from: IsoDate;
  /** Whether a dimension is as bad as its worst element, or as their mean. */
  readonly join: 'max' | 'mean';
  readonly note: Text | null;
  readonly dimensions: readonly { readonly id: string; readonly label: Text }[];
  /** Only those in use. */
  readonly elements: readonly DisorderElementRule[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}
