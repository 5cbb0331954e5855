import { z } from 'zod';
import { demandNamed } from '../app/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files } from './documented.js';
import { languageOf } from './language.js';
import { modelBytes } from './routes-vacant-land.js';
import {
  deletedProject,
  labelsRequest,
  pictureQuery,
  probabilityQuery,
  projectFileParams,
  projectParams,
  projectQuery,
  trainRequest,
  vacantLabels,
  vacantProbability,
  vacantProject,
  vacantProjectAnswer,
  vacantProjectRow,
  vacantResult,
  vacantTraining,
} from './schemas-vacant-projects.js';
import { sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const tags = ['locate'];
const base = '/api/vacant-land/projects';
/** Labels of one project: some hundred thousand corners. */
const bodyLimit = bodyLimits.tables;
/** A model of the user, a third longer as base64. */
const modelLimit = bodyLimits.shapes;
/** An image never changes, but its project may be deleted and another be begun under its name. */
const pictureKept = 'private, max-age=600';

/** Images that are labelled, and what training on them came to. */
export async function addVacantProjectRoutes(server: Server, service: Service): Promise<void> {
  addProjectRoutes(server, service);
  addLabelRoutes(server, service);
  addImageRoutes(server, service);
  // Only this route takes any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addImageUpload(scope as Server, service);
  });
}

function addProjectRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    base,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Labelling projects of vacant land',
        response: answers(z.array(vacantProjectRow), 'newest first'),
      },
    },
    () => useCases.vacantProjects(ws),
  );
  server.post(
    '/api/vacant-land/example',
    {
      config: { ...needs('data.change'), rate: 'costly' },
      schema: {
        tags,
        summary:
          'The worked example as a labelling project, whose ground is made; it is made where it is not there',
        response: answers(vacantProject, 'the project'),
      },
    },
    () => useCases.vacantExample(ws),
  );
  server.get(
    `${base}/:id`,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'A labelling project: its image, labels, and what training came to',
        params: projectParams,
        response: answers(vacantProjectAnswer, 'the project'),
      },
    },
    (request) => useCases.vacantProject(ws, request.params.id),
  );
  server.delete(
    `${base}/:id`,
    {
      config: { ...needs('data.change'), rate: 'costly' },
      schema: {
        tags,
        summary: 'Delete a labelling project with its labels',
        params: projectParams,
        response: answers(deletedProject, 'its id'),
      },
    },
    async (request) => {
      const { id } = request.params;
      await useCases.deleteVacantProject(ws, id, callerOf(request));
      return { deleted: id };
    },
  );
}

function addLabelRoutes(server: Server, { ws, useCases }: Service): void {
  server.put(
    `${base}/:id/labels`,
    {
      config: { ...needs('data.change'), rate: 'costly' },
      bodyLimit,
      schema: {
        tags,
        summary: 'Save all labels of a project, drawn upon its present revision',
        params: projectParams,
        body: labelsRequest,
        response: answers(vacantLabels, 'the labels with their new revision'),
      },
    },
    (request) => useCases.saveVacantLabels(ws, request.params.id, request.body, callerOf(request)),
  );
  server.post(
    `${base}/:id/train`,
    {
      config: { ...needs('data.change'), rate: 'costly' },
      bodyLimit: modelLimit,
      schema: {
        tags,
        summary: 'Learn from the saved labels of a project, or run a model; the answer comes when it is done',
        params: projectParams,
        body: trainRequest,
        response: answers(vacantResult, 'accuracy, polygons and where to label next'),
      },
    },
    (request) => {
      const { id } = request.params;
      const { lang, model, ...words } = request.body;
      demandNamed(ws, callerOf(request), 'finding.record', words.findings);
      const language = lang ?? languageOf(request.headers['accept-language']);
      const sent = model === undefined ? {} : { model: modelBytes(model) };
      return useCases.trainVacantProject(ws, id, { language, ...sent, ...given(words) }, callerOf(request));
    },
  );
  server.get(
    `${base}/:id/training`,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'How far the training of a project is',
        params: projectParams,
        response: answers(vacantTraining, 'share done'),
      },
    },
    (request) => useCases.vacantTraining(ws, request.params.id),
  );
}

function addImageRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    `${base}/:id/picture`,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'The image of a project or a window of it, made coarser until it is small enough',
        params: projectParams,
        querystring: pictureQuery,
        response: files(['image/png'], 'PNG'),
      },
    },
    async ({ params: { id }, query }, reply) => {
      const bytes = await useCases.vacantPicture(ws, id, given(query));
      return sendStream(reply, bytes, { mediaType: 'image/png', fileName: `${id}.png`, keep: pictureKept });
    },
  );
  server.get(
    `${base}/:id/probability`,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Probabilities of a class over the image, made coarser until they are few enough',
        params: projectParams,
        querystring: probabilityQuery,
        response: answers(vacantProbability, 'the probabilities, packed'),
      },
    },
    ({ params: { id }, query }) => useCases.vacantProbability(ws, id, query.class),
  );
  server.get(
    `${base}/:id/files/:name`,
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'A file of a project: its labels, or one that training wrote',
        params: projectFileParams,
        response: files(['application/octet-stream'], 'the file'),
      },
    },
    async ({ params: { id, name } }, reply) => {
      const { bytes, ...file } = await useCases.vacantFile(ws, id, name);
      return sendStream(reply, bytes, file);
    },
  );
}

function addImageUpload(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    base,
    {
      config: { ...needs('data.change'), rate: 'costly' },
      schema: {
        tags,
        summary: 'Begin a labelling project; the body is a GeoTIFF, the header x-file-name its name',
        querystring: projectQuery,
        headers: uploadHeaders,
        response: answers(vacantProject, 'the project'),
      },
    },
    (request) =>
      takeUpload(
        request,
        importLimit,
        (path, fileName) =>
          useCases.createVacantProject(ws, { path, fileName, ...given(request.query) }, callerOf(request)),
        `POST ${base}`,
      ),
  );
}
