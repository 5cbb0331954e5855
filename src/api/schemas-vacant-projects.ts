import { z } from 'zod';
import { mostClasses } from '../app/index.js';
import { componentNames, issue } from './schemas.js';
import { sentModelForm } from './schemas-vacant-land.js';

/** Labelling projects of vacant land: what is asked and answered. */

function named<T extends z.ZodType>(id: string, schema: T): T {
  componentNames.add(schema, { id });
  return schema;
}

const count = z.int().nonnegative();
const maybe = z.number().nullable();

export const projectParams = z.strictObject({ id: z.string().min(1).describe('id of a labelling project') });
export const projectFileParams = z.strictObject({
  id: z.string().min(1).describe('id of a labelling project'),
  name: z.string().min(1).describe('of one of its files'),
});

const word = z.string().min(1);
export const projectQuery = z.strictObject({
  label: word.describe('of the project; default the name of the file').optional(),
  bands: word
    .describe(
      'names with commas between, - leaves one out; default those of the file, else red,green,blue,nir',
    )
    .optional(),
  classes: word.describe('names with commas between; the first is looked for').optional(),
});

export const pictureQuery = z.strictObject({
  window: word.describe('COLUMN,ROW,WIDTH,HEIGHT from 0; default the whole image').optional(),
  pixels: z.coerce.number().int().min(1).max(1_000_000).describe('at most').optional(),
});

export const probabilityQuery = z.strictObject({ class: word.describe('one of the classes of the labels') });

export const trainRequest = z.strictObject({
  model: sentModelForm.describe('a model of your own that tells the ground, in place of learning').optional(),
  rest: word.describe('class of all ground outside the polygons; unknown without').optional(),
  minArea: z.number().min(0).describe('m²; smaller polygons are left out').optional(),
  patch: z.int().min(1).max(256).describe('cells along a side of a patch').optional(),
  findings: word.describe('city in whose ledger each polygon becomes a finding').optional(),
  period: word.describe('year of these findings').optional(),
  lang: z.enum(['zh', 'en']).describe('of the report; default by Accept-Language').optional(),
});
componentNames.add(trainRequest, { id: 'VacantTrainRequest' });

const vacantClass = z.object({
  name: z.string(),
  wanted: z.boolean().describe('looked for: training makes polygons of it'),
});
const position = z.tuple([z.number(), z.number()]);
const labelFeature = z.object({
  type: z.literal('Feature'),
  id: z.string().min(1).max(60),
  properties: z.object({ class: z.string() }),
  geometry: z.object({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(position).min(4)).min(1),
  }),
});

export const labelsRequest = z.strictObject({
  revision: count.describe('upon which these were drawn; another one is refused'),
  classes: z.array(vacantClass).min(1).max(mostClasses),
  features: z.array(labelFeature).max(20_000).describe('all polygons, in the coordinates of the image'),
});
componentNames.add(labelsRequest, { id: 'VacantLabelsRequest' });

export const vacantLabels = named(
  'VacantLabels',
  z.looseObject({
    type: z.literal('FeatureCollection'),
    crs: z.looseObject({}).nullable(),
    revision: count,
    classes: z.array(vacantClass),
    features: z.array(labelFeature),
  }),
);

const grid = z.looseObject({
  width: count,
  height: count,
  originX: z.number(),
  originY: z.number(),
  cellWidth: z.number(),
  cellHeight: z.number(),
  crs: z.string().nullable(),
});

export const vacantProject = named(
  'VacantProject',
  z.looseObject({
    id: z.string(),
    label: z.string(),
    at: z.string(),
    image: z.string(),
    version: z.string(),
    bands: z.array(z.string()),
    grid,
    made: z.boolean().describe('the worked example, whose ground is made'),
  }),
);

export const vacantProjectRow = named(
  'VacantProjectRow',
  z.looseObject({
    id: z.string(),
    label: z.string(),
    at: z.string(),
    image: z.string(),
    bands: z.array(z.string()),
    made: z.boolean(),
    width: count,
    height: count,
    polygons: count,
    trained: z.string().nullable(),
  }),
);

const figure = z.object({ value: maybe, low: maybe, high: maybe });
const byClass = z.record(z.string(), figure);

export const vacantResult = named(
  'VacantResult',
  z.looseObject({
    at: z.string(),
    revision: count.describe('of the labels that were learnt from'),
    answer: z.looseObject({
      model: z.looseObject({ classes: z.array(z.string()), lookedFor: z.array(z.string()) }),
      accuracy: z
        .looseObject({
          classes: z.array(z.string()),
          confusion: z.array(z.array(count)),
          overall: figure,
          precision: byClass,
          recall: byClass,
          f1: byClass,
          iou: byClass,
          areaBias: byClass,
          blocks: count,
        })
        .nullable(),
      labelNext: z.array(z.looseObject({ column: count, row: count, uncertainty: z.number() })),
      polygons: z.array(
        z.looseObject({ id: z.string(), class: z.string(), areaM2: z.number(), confidence: z.number() }),
      ),
      issues: z.array(issue),
    }),
  }),
);

export const vacantProjectAnswer = named(
  'VacantProjectAnswer',
  z.looseObject({
    project: vacantProject,
    grid,
    labels: vacantLabels,
    result: vacantResult.nullable(),
    training: maybe.describe('share done of a training that runs'),
    files: z.array(z.looseObject({ name: z.string(), bytes: count })),
  }),
);

export const vacantTraining = z.looseObject({ share: maybe.describe('null: none runs') });

export const vacantProbability = named(
  'VacantProbability',
  z.looseObject({
    class: z.string(),
    place: grid.describe('grid of the probabilities'),
    step: z.int().min(1).describe('places of that grid along the side of a value'),
    width: count,
    height: count,
    values: z.string().describe('Base64 of a byte for each value: percent, 255 missing'),
  }),
);

export const deletedProject = z.looseObject({ deleted: z.string() });
