import { answers } from './documented.js';
import { landAnswer, landRequest, vacancyAnswer, vacancyRequest } from './schemas-estates.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Layers of one request: some hundred thousand corners. */
const bodyLimit = 64 * 1024 * 1024;

/**
 * Plots and estates of a request; nothing of it is kept. Readings of meters do not come this way: they stay on the machine on which the
 * command runs.
 */
export function addEstateRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/inefficient-land',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Floor-area ratio, coverage and use of plots',
        body: landRequest,
        response: answers(landAnswer, 'a row for each plot'),
      },
    },
    ({ body: { plots, buildings, attributes, ...words } }) =>
      useCases.inefficientLandOf(
        ws,
        {
          plots: { name: 'plots', document: plots },
          buildings: { name: 'buildings', document: buildings },
          ...(attributes !== undefined && { attributes: csv('attributes', attributes) }),
        },
        given(words),
      ),
  );
  server.post(
    '/api/vacancy',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Vacant homes by estate from several sources, with intervals',
        body: vacancyRequest,
        response: answers(vacancyAnswer, 'a row for each estate, and the city'),
      },
    },
    ({ body: { estates, occupied, checked, ...words } }) =>
      useCases.vacancyOf(
        ws,
        {
          estates: csv('estates', estates),
          ...(occupied !== undefined && { occupied: csv('occupied', occupied) }),
          ...(checked !== undefined && { checked: csv('checked', checked) }),
        },
        given(words),
      ),
  );
}

/** A table of a request as the readers of tables take it. */
function csv(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}
