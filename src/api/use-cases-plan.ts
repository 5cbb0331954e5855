import type * as app from '../app/index.js';
import type { Workspace } from '../app/index.js';

/** What the server asks of planning: one function for each endpoint. */
export interface PlanUseCases {
  readonly match: (
    ws: Workspace,
    city: string,
    asked: { readonly period?: string },
  ) => Promise<app.MatchAnswer>;
  readonly cityPlanOf: (
    ws: Workspace,
    city: string,
    tables: app.CityPlanTables,
    words: { readonly period?: string },
  ) => Promise<app.CityPlanAnswer>;
  readonly complexityOf: (
    ws: Workspace,
    given: Parameters<typeof app.complexityOf>[1],
    words: app.ComplexityWords,
  ) => Promise<app.ComplexityAnswer>;
  readonly successorsOf: (
    ws: Workspace,
    place: string,
    tables: app.SuccessorsTables,
    words: app.SuccessorsWords,
  ) => Promise<app.SuccessorsAnswer>;
  readonly linkagesOf: (
    ws: Workspace,
    tables: app.LinkagesTables,
    words: app.LinkagesWords,
  ) => Promise<app.LinkagesAnswer>;
  readonly chainOf: (
    ws: Workspace,
    tables: app.ChainTables,
    words: app.ChainWords,
  ) => Promise<app.ChainAnswer>;
  readonly chainMap: (
    ws: Workspace,
    tables: app.ChainTables,
    words: app.ChainWords,
    options: Parameters<typeof app.chainMap>[3],
  ) => Promise<app.ReportFile>;
  readonly chainReportFile: (
    ws: Workspace,
    tables: app.ChainTables,
    words: app.ChainReportWords,
  ) => Promise<app.ReportFile>;
  readonly restorationOf: (
    ws: Workspace,
    ledger: Parameters<typeof app.restorationOf>[1],
    words: app.RestorationWords,
  ) => Promise<app.RestorationAnswer>;
  readonly renewalInThread: (
    ws: Workspace,
    tables: app.RenewalTables,
    words: app.RenewalWords,
    options: { readonly signal?: AbortSignal },
  ) => Promise<app.RenewalAnswer>;
  readonly restorationWorkbook: typeof app.restorationWorkbook;
  readonly treatmentOf: typeof app.treatmentOf;
  readonly treatmentWorkbook: typeof app.treatmentWorkbook;
  readonly legacyLandOf: typeof app.legacyLandOf;
  readonly legacyLandWorkbook: typeof app.legacyLandWorkbook;
  readonly forestCarbonOf: typeof app.forestCarbonOf;
  readonly forestCarbonWorkbook: typeof app.forestCarbonWorkbook;
  readonly roadmapOf: (ws: Workspace, tables: app.RoadmapTables) => Promise<app.RoadmapAnswer>;
}
