import type * as app from '../app/index.js';
import type { Workspace } from '../app/index.js';

/** What the server asks of planning: one function for each endpoint. */
export interface PlanUseCases {
  readonly match: (
    ws: Workspace,
    city: string,
    asked: { readonly period?: string },
  ) => Promise<app.MatchAnswer>;
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
  readonly chainOf: (ws: Workspace, tables: app.ChainTables) => Promise<app.ChainAnswer>;
  readonly restorationOf: (
    ws: Workspace,
    ledger: Parameters<typeof app.restorationOf>[1],
    words: app.RestorationWords,
  ) => Promise<app.RestorationAnswer>;
  readonly roadmapOf: (ws: Workspace, tables: app.RoadmapTables) => Promise<app.RoadmapAnswer>;
}
