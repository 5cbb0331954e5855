import type { z } from 'zod';
import type { GivenModel } from '../app/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import { goneSignal } from './routes-engine.js';
import { type sentModelForm, vacantLandAnswer, vacantLandRequest } from './schemas-vacant-land.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Labels, plots and a model of one request. */
const bodyLimit = bodyLimits.shapes;

/** Vacant land in an image that was sent; nothing of the answer is kept. */
export function addVacantLandRoutes(server: Server, { ws, useCases, rasters }: Service): void {
  server.post(
    '/api/vacant-land',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Learn classes of ground from labels in an image, find vacant land, and tell the error',
        body: vacantLandRequest,
        response: answers(vacantLandAnswer, 'polygons, how right they are, where to label next'),
      },
    },
    (request, reply) => {
      const { image, labels, model, parcels, builtUp, population, nightLight, ...words } = request.body;
      const layer = (name: string, document: string | object | undefined) =>
        document === undefined ? null : { name, document };
      const raster = (id: string | undefined) => (id === undefined ? null : rasters.find(id));
      return useCases.vacantLandOf(
        ws,
        {
          image: rasters.find(image),
          labels: layer('labels', labels),
          model: model === undefined ? null : sentModel(model),
          parcels: layer('parcels', parcels),
          builtUp: layer('builtUp', builtUp),
          population: raster(population),
          nightLight: raster(nightLight),
        },
        given(words),
        { signal: goneSignal(request, reply) },
      );
    },
  );
}

function sentModel(model: string | SentModelForm): GivenModel {
  return typeof model === 'string'
    ? { name: 'model', text: model }
    : { name: 'model.manifest', ...modelBytes(model) };
}

type SentModelForm = z.infer<typeof sentModelForm>;

/** A model of a request with its bytes. */
export function modelBytes({ manifest, onnx }: SentModelForm): {
  readonly manifest: string;
  readonly onnx: Uint8Array;
} {
  return { manifest, onnx: Buffer.from(onnx, 'base64') };
}
