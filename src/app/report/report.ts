import { resolve } from 'node:path';
import type { Language } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import {
  checkupReport,
  evaluationReport,
  nationReport,
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
import { printedReport } from './in-thread.js';
import { type NationPageCall, nationPage } from './nation.js';
import { planPage } from './plan.js';
import type { PrintQuestion, ReportFile } from './printed.js';
import { recomputed } from './recompute.js';
import { censuses, reportStory } from './story.js';

export type { ReportFile } from './printed.js';

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

/**
 * The check-up, the evaluation or the plan of one city as a file.
 *
 * @throws AfterlodeError as `cityPage`, `evaluationPage` and `cityPlanOf`
 */
export async function writeReport(ws: Workspace, call: ReportCall): Promise<ReportFile> {
  return printedReport(await questionOf(ws, call));
}

/** What the file of a report is printed from; faults as of `writeReport`. */
export async function questionOf(ws: Workspace, call: ReportCall): Promise<PrintQuestion> {
  const { document, name, city, periods } = await reportOf(ws, call);
  const { format, lang } = call;
  const recompute = format === 'xlsx' ? await recomputed(ws, city, periods, lang) : [];
  return { document, name, format, on: ws.options.on, recompute };
}

/** Writes a report to a file, whole or not at all; without a path, named after city and period. */
export async function saveReport(
  ws: Workspace,
  call: ReportCall & { readonly path?: string },
): Promise<{ path: string; bytes: number }> {
  return saved(await writeReport(ws, call), call.path);
}

/** The evaluation report of all units, or of those of one province. */
export interface NationReportCall extends NationPageCall {
  readonly format: ReportFormat;
  readonly lang: Language;
}

/**
 * The evaluation of all units, or of those of one province, as a file.
 *
 * @throws AfterlodeError as `nationPage`
 */
export async function writeNationReport(ws: Workspace, call: NationReportCall): Promise<ReportFile> {
  const { format, lang } = call;
  const page = await nationPage(ws, call);
  const { from, to, province } = page;
  const document = nationReport(page, await reportContext(ws), { lang });
  const name = `${province?.en ?? 'all'}-evaluation-${from}-${to}-${lang}`;
  const recompute = format === 'xlsx' ? await recomputed(ws, null, [from, to], lang) : [];
  return printedReport({ document, name, format, on: ws.options.on, recompute });
}

/** Writes it to a file, whole or not at all; without a path, named after area and years. */
export async function saveNationReport(
  ws: Workspace,
  call: NationReportCall & { readonly path?: string },
): Promise<{ path: string; bytes: number }> {
  return saved(await writeNationReport(ws, call), call.path);
}

async function saved({ fileName, bytes }: ReportFile, path = resolve(fileName)) {
  await writeAtomically(path, bytes);
  return { path, bytes: bytes.length };
}

/** A document, how its file is called, and whose scores of when it tells. */
interface MadeReport {
  readonly document: ReportDocument;
  readonly name: string;
  readonly city: string;
  readonly periods: readonly string[];
}

async function reportOf(ws: Workspace, call: ReportCall): Promise<MadeReport> {
  const context = await reportContext(ws);
  const { lang } = call;
  if (call.kind === 'evaluation') {
    const found = await evaluationPage(ws, call);
    const { from, to } = found.evaluation;
    const document = evaluationReport(found, context, { lang });
    const { city } = found.page;
    return { document, name: nameOf(city, call, `${from}-${to}`), city: city.id, periods: [from, to] };
  }
  if (call.kind === 'plan') {
    const found = await planPage(ws, call);
    const { city, period } = found.page;
    const document = planReport(found, context, { lang });
    return { document, name: nameOf(city, call, period), city: city.id, periods: [] };
  }
  const own = await cityPage(ws, call.city, call.period === undefined ? {} : { period: call.period });
  const page = { ...own, story: await reportStory(ws, own, censuses) };
  const { city, period } = page;
  const document = checkupReport(page, context, { lang });
  return { document, name: nameOf(city, call, period), city: city.id, periods: [period] };
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
