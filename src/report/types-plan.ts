import type { Text } from '../base/index.js';
import type { CityPlan } from '../plan/index.js';
import type { ReportPage } from './types.js';

/** What a report says of a case; `app` has more of it. */
interface PlanCase {
  readonly place: Text;
  readonly mode: Text;
  readonly outcome: { readonly name: Text; readonly text: Text | null };
  readonly failure: boolean;
  readonly conditions: readonly { readonly text: Text }[];
  readonly cautions: readonly { readonly text: Text }[];
  readonly source: readonly { readonly title: Text }[];
  readonly mark: string;
}

/** What the report of a plan is written from: the city's page, its plan, its mode and the cases like it. */
export interface PlanPage {
  readonly page: ReportPage;
  readonly plan: CityPlan;
  readonly match: {
    readonly mode: { readonly name: Text | null; readonly reasons: readonly Text[] };
    readonly similar: readonly {
      readonly name: Text;
      readonly province: Text;
      readonly because: readonly Text[];
    }[];
    readonly cases: readonly PlanCase[];
  };
}
