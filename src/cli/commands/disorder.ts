import type { Command } from 'commander';
import { type DisorderCall, disorder, operator, type PlanCall, streetPlan } from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { disorderTables, planTables } from '../disorder-tables.js';
import { slowProgress } from '../slow-progress.js';

type Options = CommonOptions & DisorderCall & Partial<PlanCall> & { readonly plan?: boolean };

/** `disorder`: how disorderly streets are, from auditors' tables and pictures; with `--plan`, where pictures are to be taken. */
export function addDisorder(program: Command): void {
  program
    .command('disorder')
    .description('street disorder from tables of auditors or pictures, and plans where to take pictures')
    .option('--scores <S.csv>', 'image,segment,element,present[,auditor][,year]; present from 0 to 1')
    .option(
      '--ratings <R.csv>',
      'image,element,present[,auditor]: people’s sightings that calibrate a model’s numbers',
    )
    .option('--shares <C.csv>', 'image,segment and a column for each class of a segmentation')
    .option('--images <dir>', 'JPEG or PNG pictures that are cut into classes')
    .option('--weights <file>', 'safetensors of the street network (ESPNet) that cuts them')
    .option('--model <M.yaml>', 'manifest of an ONNX model of your own that cuts them instead')
    .option('--places <P.csv>', 'image,segment of the pictures')
    .option('--streets <G.geojson>', 'lines of the segments: lengths and map')
    .option('--lengths <L.csv>', 'segment,length_m, instead of lines')
    .option('--reference <S.csv>', 'sightings in a reference city, as --scores')
    .option('--join <join>', 'elements of a dimension: max, mean; default that of the list')
    .option('--minimum-coverage <share>', 'of the dimensions that must be judged for a score', '0')
    .option('--calibration <form>', 'curve from numbers to presence: logistic, linear', 'logistic')
    .option('--list <id>', 'list of elements; default the newest in force')
    .option('--out <dir>', 'folder for the results')
    .option(
      '--findings <city>',
      'opens a finding in the ledger of the city for each segment above the reference',
    )
    .option('--period <year>', 'of the findings; default the last year of the pictures')
    .option('--plan', 'plan where to take pictures along --streets instead')
    .option('--spacing <m>', 'of the plan, between points')
    .option('--taken <T.csv>', 'lon,lat[,heading][,month][,hour] of pictures that there are')
    .option('--within <m>', 'pictures count this near to a point; default half the spacing')
    .option('--months <months>', 'pictures of these months count: 5-9 or 11-2')
    .option('--hours <hours>', 'pictures of these hours of the day count: 9-16')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        if (options.plan === true) {
          const answer = await streetPlan(ws, planCall(options));
          out.issues(answer.issues);
          out.result(answer, () => planTables(answer, out.lang));
          return;
        }
        const progress = slowProgress(out, { en: 'of the pictures cut into classes', zh: '的图片已分类' });
        const answer = await disorder(ws, { ...options, access: { actor: operator() } }, progress);
        out.issues(answer.issues);
        const list = ws.catalog.disorderLists?.get(answer.list);
        const named = [...(list?.dimensions ?? []), ...(list?.elements ?? [])];
        const labels = new Map(named.map(({ id, label }) => [id, label]));
        out.result(answer, () => disorderTables(answer, out.lang, (id) => labels.get(id)?.[out.lang] ?? id));
      }),
    );
}

function planCall(options: Options): PlanCall {
  const { streets } = options;
  if (streets === undefined)
    throw new AfterlodeError('CALL_OPTION', '--streets', {
      found: phrases.nothing,
      expected: { en: 'GeoJSON of streets to plan along', zh: '用于规划采样的街道 GeoJSON' },
    });
  return { ...options, streets };
}
