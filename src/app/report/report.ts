import { resolve } from 'node:path';
import type { Language } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import { printDocx, printHtml, printPdf, printWorkbook } from '../../print/index.js';
import {
  checkupReport,
  evaluationReport,
  planReport,
  type ReportContext,
  type ReportDocument,
  type ReportFormat,
  type ReportPage,
  type ReportSource,
} from '../../report/index.js';
import { cityPage } from '../cities/page.js';
import type { CityPlanTables } from '../city-plan/plan.js';
import { imported } from '../panel.js';
import { tables } from '../tables/tables.js';
import type { Workspace } from '../workspace.js';
import { evaluationPage } from './evaluation.js';
import { planPage } from './plan.js';
import { censuses, reportStory } from './story.js';

/** What can be written as a document. */
export const reportKinds = ['checkup', 'evaluation', 'plan'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Which report, of whom, in what form. */
export interface ReportCall {
  /** Code, id, Chinese or English name. */
  readonly city: string;
  /** Year of a check-up or of a plan. */
  readonly period?: string;
  /** Years of an evaluation; default the ends of the first evaluation of the catalog. */
  readonly from?: string;
  readonly to?: string;
  readonly kind: ReportKind;
  /** Plan files and budgets of a plan. */
  readonly plan?: CityPlanTables;
  readonly format: ReportFormat;
  readonly lang: Language;
}

/** A report as a file. */
export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The check-up, the evaluation or the plan of one city as a file.
 *
 * @throws AfterlodeError as `cityPage`, `evaluationPage` and `cityPlanOf`
 */
export async function writeReport(ws: Workspace, call: ReportCall): Promise<ReportFile> {
  const { document, name } = await reportOf(ws, call);
  return printedReport(document, name, call.format, ws.options.on);
}

/**
 * A document as a file.
 *
 * @param name of the file without its ending
 * @param on day that an office file carries
 */
export async function printedReport(
  document: ReportDocument,
  name: string,
  format: ReportFormat,
  on: string,
): Promise<ReportFile> {
  const bytes = await printers[format](document, new Date(`${on}T00:00:00Z`));
  return { fileName: `${name}.${format}`, mediaType: mediaTypes[format], bytes };
}

const office = 'application/vnd.openxmlformats-officedocument';
const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
};

const printers: Readonly<
  Record<ReportFormat, (document: ReportDocument, created: Date) => Uint8Array | Promise<Uint8Array>>
> = {
  html: (document) => new TextEncoder().encode(printHtml(document)),
  docx: (document, created) => printDocx(document, { created }),
  xlsx: (document, created) => printWorkbook(document, { created }),
  pdf: printPdf,
};

/** Writes a report to a file, whole or not at all; without a path, named after city and period. */
export async function saveReport(
  ws: Workspace,
  call: ReportCall & { readonly path?: string },
): Promise<{ path: string; bytes: number }> {
  const { fileName, bytes } = await writeReport(ws, call);
  const path = call.path ?? resolve(fileName);
  await writeAtomically(path, bytes);
  return { path, bytes: bytes.length };
}

async function reportOf(
  ws: Workspace,
  call: ReportCall,
): Promise<{ document: ReportDocument; name: string }> {
  const context = await reportContext(ws);
  const { lang } = call;
  if (call.kind === 'evaluation') {
    const found = await evaluationPage(ws, call);
    const { from, to } = found.evaluation;
    const document = evaluationReport(found, context, { lang });
    return { document, name: nameOf(found.page.city, call, `${from}-${to}`) };
  }
  if (call.kind === 'plan') {
    const found = await planPage(ws, call);
    return {
      document: planReport(found, context, { lang }),
      name: nameOf(found.page.city, call, found.page.period),
    };
  }
  const own = await cityPage(ws, call.city, call.period === undefined ? {} : { period: call.period });
  const page = { ...own, story: await reportStory(ws, own, censuses) };
  return { document: checkupReport(page, context, { lang }), name: nameOf(page.city, call, page.period) };
}

function nameOf(city: ReportPage['city'], { kind, lang }: ReportCall, period: string): string {
  return `${city.adcode}-${city.name.en}-${kind}-${period}-${lang}`;
}

/** Labels, sources and versions for whoever writes. */
export async function reportContext(ws: Workspace): Promise<ReportContext> {
  return {
    catalog: ws.catalog,
    sources: await reportSources(ws),
    program: ws.options.version,
    pack: ws.pack.title,
  };
}

/** Tables and imports as a report lists them. */
async function reportSources(ws: Workspace): Promise<readonly ReportSource[]> {
  const own = (await tables(ws)).map((table): ReportSource => table);
  const people = (await imported(ws))?.imports ?? [];
  const none = { en: '', zh: '' };
  return [
    ...own,
    ...people.map((one) => ({
      id: one.id,
      title: { en: `import of ${one.at.slice(0, 10)}`, zh: `${one.at.slice(0, 10)} 导入` },
      file: one.file,
      sha256: one.sha256,
      boundary: none,
      repository: '',
      path: '',
      commit: '',
      primary: none,
      licence: one.licence,
    })),
  ];
}
