import { z } from 'zod';
import { AfterlodeError, type Issue } from '../base/index.js';
import { baseSchemas } from './schema-words.js';
import { parseTree } from './tree.js';
import { fitted } from './validate.js';

const { strict } = baseSchemas;
const layout = z
  .enum(['nchw', 'nhwc'])
  .default('nchw')
  .describe('Order of the sides: n picture, c band or class, h row, w column.');
const side = z.int().min(8).max(8192);
const once = (names: readonly string[]) =>
  new Set(names.map((name) => name.toLowerCase())).size === names.length;
const words = z.string().min(1);

const band = strict({
  name: words.describe('red, green, blue, nir, …: the bands of an image are found by it.'),
  subtract: z.number().default(0).describe('Subtracted first; the mean of the training images.'),
  divide: z
    .number()
    .refine((value) => value !== 0, 'a number other than 0')
    .default(1)
    .describe('Divided by then; the deviation of the training images, or 255.'),
});

const schema = strict({
  model: words
    .refine((name) => !/[/\\]/.test(name), 'the name of a file beside the manifest')
    .describe('File of the model, beside the manifest.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .describe('Of the file of the model.'),
  title: words.optional(),
  source: words.describe('Who trained it on what; where it can be had.'),
  licence: words.describe('Of the model; that of the training images may bind too.'),
  bands: z
    .array(band)
    .min(1)
    .refine((bands) => once(bands.map(({ name }) => name)), 'names that stand once')
    .describe('In the order of the input of the model.'),
  missing: z.number().default(0).describe('What stands in for a missing cell in the input, after scaling.'),
  cell_m: z
    .number()
    .refine((value) => value > 0, 'a number above 0')
    .optional()
    .describe('Side of a cell of the training images, m.'),
  other_cells: z
    .enum(['warn', 'resample'])
    .default('warn')
    .describe('What is done with images of other cells: told, or brought to `cell_m` first.'),
  tile: strict({ width: side, height: side }).describe('Cells that the model is given at once.'),
  overlap: z.int().min(0).default(0).describe('Cells that neighbouring tiles share; blended smoothly.'),
  input: strict({ name: words.optional(), layout }).prefault({}),
  output: strict({
    name: words.optional(),
    layout,
    activation: z
      .enum(['softmax', 'sigmoid', 'none'])
      .describe('What makes probabilities of the output; none where it has them already.'),
  }),
  classes: z
    .array(words)
    .min(2)
    .max(127)
    .refine(once, 'names that stand once')
    .describe(
      'In the order of the output. Two classes may stand for an output of one: then it is the second.',
    ),
})
  .refine(({ overlap, tile }) => overlap < Math.min(tile.width, tile.height), {
    message: 'less than the sides of the tile',
    path: ['overlap'],
  })
  .refine((one) => one.other_cells === 'warn' || one.cell_m !== undefined, {
    message: 'warn, or cell_m beside it',
    path: ['other_cells'],
  });

/** What a manifest says of a model that a user brings. */
export interface ModelManifest {
  /** File of the model, beside the manifest. */
  readonly model: string;
  readonly sha256: string;
  readonly title: string | null;
  readonly source: string;
  readonly licence: string;
  /** In the order of the input; a number is (value − subtract) ÷ divide. */
  readonly bands: readonly { readonly name: string; readonly subtract: number; readonly divide: number }[];
  /** What stands in for a missing cell in the input. */
  readonly missing: number;
  /** Side of a cell of the training images, m; null where it is not told. */
  readonly cellM: number | null;
  readonly otherCells: 'warn' | 'resample';
  readonly tile: { readonly width: number; readonly height: number };
  /** Cells that neighbouring tiles share, less than the sides of a tile. */
  readonly overlap: number;
  /** Without a name: the only one of the model. */
  readonly input: { readonly name?: string | undefined; readonly layout: 'nchw' | 'nhwc' };
  readonly output: {
    readonly name?: string | undefined;
    readonly layout: 'nchw' | 'nhwc';
    readonly activation: 'softmax' | 'sigmoid' | 'none';
  };
  readonly classes: readonly string[];
}

/**
 * Reads the manifest of a model, YAML or JSON.
 *
 * @param where its file, for messages
 * @throws AfterlodeError MODEL_MANIFEST with all faults and their lines
 */
export function readModelManifest(text: string, where: string): ModelManifest {
  const issues: Issue[] = [];
  const tree = parseTree({ path: where, text }, issues);
  const raw = tree && fitted(schema, tree, issues);
  if (raw === null || issues.length > 0) {
    const faults = {
      en: issues.map(({ message }) => message.en).join('; '),
      zh: issues.map(({ message }) => message.zh).join('；'),
    };
    throw new AfterlodeError('MODEL_MANIFEST', where, { found: issues.length, faults });
  }
  const { cell_m: cellM = null, other_cells: otherCells, title = null, ...same } = raw;
  return { ...same, title, cellM, otherCells };
}

/** JSON Schema (draft 7) of manifests, for editors. */
export function modelManifestSchema(): object {
  const written = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { ...written, title: 'afterlode: manifest of a model' };
}
