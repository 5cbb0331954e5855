import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { LayerFile } from '../app/index.js';
import { needs } from './access/needs.js';
import { answers, files } from './documented.js';
import { serverLayer } from './schemas-places.js';
import type { Server, Service } from './server-types.js';

const tags = ['layers'];

/** Layers that the server offers to every map, from the folder of `serve --layers`. */
export function addLayerRoutes(
  server: Server,
  { useCases, layers }: Pick<Service, 'useCases' | 'layers'>,
): void {
  server.get(
    '/api/layers',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Layers of maps that this server offers',
        response: answers(z.array(serverLayer), 'by name; none without `serve --layers`'),
      },
    },
    () => useCases.layersIn(layers),
  );
  server.get(
    '/api/layers/:name',
    {
      config: needs('published.read'),
      // A packed answer has no ranges.
      compress: false,
      schema: {
        tags,
        summary: 'A layer, whole or a range of it (RFC 9110, one range)',
        params: z.strictObject({ name: z.string().min(1).max(255) }),
        headers: z.looseObject({ range: z.string().optional() }),
        response: files(['application/geo+json', 'application/vnd.pmtiles'], 'its bytes; 206 with a range'),
      },
    },
    async (request, reply) => {
      const file = await useCases.layerFile(layers, request.params.name);
      return sendRange(reply, file, request.headers.range);
    },
  );
}

/** The bytes asked for; a range that is not understood is passed over, one beyond the end is refused. */
function sendRange(reply: FastifyReply, file: LayerFile, asked: string | undefined): FastifyReply {
  const { bytes, kind, tag } = file;
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'content-type': kind === 'geojson' ? 'application/geo+json' : 'application/vnd.pmtiles',
    etag: tag,
  });
  const range = rangeOf(asked, bytes);
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  if (range === null) {
    return reply
      .header('content-length', bytes)
      .send(bytes === 0 ? '' : Readable.from(file.read(0, bytes - 1)));
  }
  const [from, to] = range;
  return reply
    .code(206)
    .headers({ 'content-range': `bytes ${from}-${to}/${bytes}`, 'content-length': to - from + 1 })
    .send(Readable.from(file.read(from, to)));
}

/** First and last byte of one range; null for none or several, which are answered by the whole. */
function rangeOf(asked: string | undefined, bytes: number): readonly [number, number] | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (from >= bytes) return 'beyond';
  return to < from ? null : [from, to];
}
