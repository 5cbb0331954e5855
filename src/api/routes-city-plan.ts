import { z } from 'zod';
import type { CityPlanTables } from '../app/index.js';
import { reportFormats } from '../report/index.js';
import { needs } from './access/needs.js';
import { answers, parameters, reportFiles } from './documented.js';
import { languageOf } from './language.js';
import { cityPlanAnswer, cityPlanRequest } from './schemas-city-plan.js';
import { sendFile } from './send-file.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['plan'];
const params = z.strictObject({ city: parameters.city });

/** The plan of a city from plan files of the request, as an answer and as a report; nothing of them is kept. */
export function addCityPlanRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/cities/:city/plan',
    {
      config: needs('computation.run'),
      schema: {
        tags,
        summary: 'Findings, measures with their conditions, and scenarios under yearly budgets',
        params,
        body: cityPlanRequest,
        response: answers(cityPlanAnswer, 'the plan; scenarios side by side'),
      },
    },
    ({ params: { city }, body: { period, ...tables } }) =>
      useCases.cityPlanOf(ws, city, tablesOf(tables), given({ period })),
  );
  server.post(
    '/api/cities/:city/plan/report',
    {
      config: needs('computation.run'),
      schema: {
        tags,
        summary: 'The same as a report',
        params,
        body: cityPlanRequest.extend({
          format: z.enum(reportFormats).default('html'),
          lang: parameters.lang.optional(),
        }),
        response: reportFiles,
      },
    },
    async (request, reply) => {
      const {
        period,
        format,
        lang = languageOf(request.headers['accept-language']),
        ...tables
      } = request.body;
      const file = await useCases.writeReport(ws, {
        city: request.params.city,
        kind: 'plan',
        format,
        lang,
        plan: tablesOf(tables),
        ...given({ period }),
      });
      return sendFile(reply, file);
    },
  );
}

function tablesOf({
  scenarios,
  budget,
}: Pick<z.output<typeof cityPlanRequest>, 'scenarios' | 'budget'>): CityPlanTables {
  return {
    ...given({ scenarios }),
    ...(budget !== undefined && { budget: sentTable('budget', budget) }),
  };
}
