/** Order of the sides of a tensor: n picture (always one), c band or class, h row, w column. */
export type TensorLayout = 'nchw' | 'nhwc';

/** What makes probabilities of the numbers that a model answers. */
export type Activation = 'softmax' | 'sigmoid' | 'none';

/** A model that tells the classes of the cells of an image, as its manifest describes it. */
export interface ImageModel {
  /** In the order of the input; the model is given (value − subtract) ÷ divide. */
  readonly bands: readonly { readonly name: string; readonly subtract: number; readonly divide: number }[];
  /** What stands in for a missing cell in the input. */
  readonly missing: number;
  /** Side of a cell of the training images, m; null where it is not told. */
  readonly cellM: number | null;
  /** Whether images of other cells are told of, or brought to `cellM` first. */
  readonly otherCells: 'warn' | 'resample';
  /** Cells that the model is given at once. */
  readonly tile: { readonly width: number; readonly height: number };
  /** Cells that neighbouring tiles share, less than the sides of a tile. */
  readonly overlap: number;
  readonly input: { readonly layout: TensorLayout };
  readonly output: { readonly layout: TensorLayout; readonly activation: Activation };
  readonly classes: readonly string[];
}

/** Numbers with their sides, the last fastest. */
export interface ModelTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Runs the model on one tile: what reads models is given from outside. */
export type RunModel = (input: ModelTensor) => Promise<ModelTensor>;
