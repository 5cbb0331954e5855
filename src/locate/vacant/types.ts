/**
 * How an image is looked at. The image is cut into patches, squares of a few cells from its upper left corner; what is left over at
 * the right and lower edge, less than a patch, is left out. A patch is what is labelled, learnt and told.
 */
export interface FeatureRecipe {
  /**
   * Names of the bands in their order. `red`, `green`, `blue`, `nir` and `swir` also give band indices; any other name is a band
   * like others.
   */
  readonly bands: readonly string[];
  /** Cells along a side of a patch, 1 or more. */
  readonly patch: number;
  /** Context: half sides of the squares round a patch, in patches, each 1 or more. */
  readonly radii: readonly number[];
}

/** A rectangle of patches: means of their cells by band, row by row; `NaN` where no cell of the patch has all bands. */
export interface PatchImage {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Float64Array[];
  /** Standard deviation of the brightness of the cells in a patch; 0 where patches are single cells. */
  readonly roughness: Float64Array;
}

/** Features of some patches: one array for each feature, one number for each patch. */
export interface PatchTable {
  /** Number of the patch in the grid of patches, row by row; ascending. */
  readonly patches: Int32Array;
  /** `NaN` is missing. */
  readonly features: readonly Float32Array[];
}

/** What a patch is, as people say. */
export interface PatchLabels {
  readonly classes: readonly string[];
  /** Index of the class by patch, −1 where nobody has said. */
  readonly of: Int8Array;
  /** Patches that are claimed by polygons of different classes beyond their area; they count as not labelled. */
  readonly disputed: number;
}

/** How a forest is grown. */
export interface ForestSettings {
  readonly trees: number;
  /** Splits from the root to a leaf at most. */
  readonly depth: number;
  /** Samples that a leaf has at least. */
  readonly leaf: number;
  /** Samples that are learnt from at most; of more so many are drawn. */
  readonly samples: number;
  /** Equal seeds and samples give equal forests. */
  readonly seed: number;
}

/**
 * A random forest on binned features. Nodes of all trees stand one after the other, the left child next to its parent.
 */
export interface Forest {
  readonly classes: number;
  /** By feature: upper ends of the bins, ascending. Bin 0 is missing, bin k + 1 holds values up to `edges[k]`. */
  readonly edges: readonly Float32Array[];
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Node after the left branch; 0 marks a leaf. */
  readonly right: Int32Array;
  /** Feature that a node asks for; of a leaf its row in `votes`. */
  readonly feature: Int32Array;
  /** Up to this bin a sample goes left. */
  readonly bin: Uint8Array;
  /** Shares of the classes in a leaf, in ten thousandths, leaf by leaf. */
  readonly votes: Uint16Array;
}

/** Where a model has learnt: squares that held labels. What is labelled there again is no test of the model. */
export interface LearntGround {
  /** Reference system of the squares. */
  readonly crs: string;
  readonly boxes: readonly (readonly [left: number, bottom: number, right: number, top: number])[];
}

/** What has been learnt, with all that is needed to use it on another image. */
export interface VacantModel {
  readonly recipe: FeatureRecipe;
  readonly classes: readonly string[];
  readonly forest: Forest;
  /** Side of a cell in the images it learnt from, m; `NaN` where unknown. */
  readonly cellM: number;
  /** Labelled patches by class. */
  readonly labelled: readonly number[];
  /** Group of cities that it is for, as whoever trained it says; `''` where nobody did. */
  readonly group: string;
  readonly ground: LearntGround | null;
}
