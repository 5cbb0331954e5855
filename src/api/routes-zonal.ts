import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AfterlodeError, phrases } from '../base/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import type { RasterAnswer } from './kept-rasters.js';
import { fileNameOf } from './routes-imports.js';
import { rasterAnswer, zonalAnswer, zonalRequest } from './schemas-zonal.js';
import type { Server, Service } from './server-types.js';
import { withUpload } from './upload.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Zones of one request: some hundred thousand corners. */
const bodyLimit = bodyLimits.shapes;

/** Statistics over zones: a raster is sent once, and asked about as often as one likes. */
export async function addZonalRoutes(server: Server, service: Service): Promise<void> {
  const { rasters } = service;
  server.addHook('onClose', () => rasters.clear());
  // Only this route takes any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addRasterRoute(scope as Server, service);
  });
  server.post(
    '/api/zonal',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Statistics of a raster over zones, by the exact share of each cell',
        body: zonalRequest,
        response: answers(zonalAnswer, 'a row for each zone and band'),
      },
    },
    ({ body: { raster, weights, zones, zonesName, stats, ...words } }) =>
      service.useCases.zonalOf(
        {
          raster: rasters.find(raster),
          ...(weights !== undefined && { weights: rasters.find(weights) }),
          zones: { name: zonesName, document: zones },
        },
        { stats: stats.join(','), ...given(words) },
      ),
  );
}

function addRasterRoute(server: Server, { useCases, importLimit, rasters }: Service): void {
  server.post(
    '/api/rasters',
    {
      config: needs('computation.run'),
      schema: {
        tags,
        summary:
          'Send a GeoTIFF for questions about it; the body is the file, the header x-file-name its name',
        headers: z.looseObject({
          'x-file-name': z.string().describe('percent-encoded where it is not ASCII').optional(),
        }),
        response: answers(rasterAnswer, 'its id, and what it is'),
      },
    },
    (request): Promise<RasterAnswer> => {
      const name = fileNameOf(request.headers['x-file-name']);
      const announced = Number(request.headers['content-length'] ?? 0);
      const body = request.body as Readable | undefined;
      if (body === undefined)
        throw new AfterlodeError('CALL_OPTION', 'body', {
          found: phrases.nothing,
          expected: { en: 'a file', zh: '文件' },
        });
      const upload = { where: 'POST /api/rasters', fileName: name, announced, limit: importLimit };
      return withUpload(body, upload, async (path) => {
        const facts = await useCases.rasterFacts({ path, name });
        return { id: await rasters.keep({ path, name }), name, ...facts };
      });
    },
  );
}
