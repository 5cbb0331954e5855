import type * as app from '../app/index.js';
import type { AccessCall, FormFile, LedgerImportAnswer, LedgerRow, Workspace } from '../app/index.js';

/** What the server asks of the ledger of findings; each demands by itself that the caller may do so in the city of the finding. */
export interface LedgerUseCases {
  readonly ledger: (
    ws: Workspace,
    filter: app.LedgerFilter,
    access: AccessCall,
  ) => Promise<readonly LedgerRow[]>;
  readonly finding: (ws: Workspace, id: string, access: AccessCall) => Promise<LedgerRow>;
  readonly openFinding: (ws: Workspace, asked: app.OpenCall, access: AccessCall) => Promise<LedgerRow>;
  readonly recordStep: (ws: Workspace, asked: app.RecordCall, access: AccessCall) => Promise<LedgerRow>;
  readonly recheckFindings: (
    ws: Workspace,
    asked: {
      readonly period: string;
      readonly finding?: string;
      readonly city?: string;
      readonly by?: string;
      readonly document?: string;
    },
    access: AccessCall,
  ) => Promise<readonly LedgerRow[]>;
  readonly attachFile: (ws: Workspace, asked: app.AttachCall, access: AccessCall) => Promise<LedgerRow>;
  readonly attachedFile: (
    ws: Workspace,
    asked: { readonly finding: string; readonly file: string },
    access: AccessCall,
  ) => Promise<app.AttachedBytes>;
  readonly ledgerCalendar: (ws: Workspace, asked: app.CalendarCall, access: AccessCall) => Promise<FormFile>;
  readonly exportLedger: (ws: Workspace, format: 'csv' | 'json', access: AccessCall) => Promise<FormFile>;
  readonly importLedger: (
    ws: Workspace,
    asked: { readonly path: string; readonly fileName?: string },
    access: AccessCall,
  ) => Promise<LedgerImportAnswer>;
}
