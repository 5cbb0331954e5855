import type { TransferAnswer } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

type Row = TransferAnswer['rows'][number];

/** What stands at every row, so that a file tells how it came about. */
export interface Origin {
  readonly catalog: string;
  readonly link: string;
}

/**
 * An allocation as CSV: yuan with whole fen and whole fen beside them, what is missing empty.
 *
 * @param before amounts without the reader's changes, by city
 */
export function transferCsv(
  answer: TransferAnswer,
  before: ReadonlyMap<string, number>,
  origin: Origin,
): string {
  const coefficients = Object.keys(answer.rows[0]?.unit.coefficients ?? {});
  const columns: readonly (readonly [string, (row: Row) => string | number | null])[] = [
    ['city', (row) => row.city],
    ['name_zh', (row) => row.name?.zh ?? null],
    ['name_en', (row) => row.name?.en ?? null],
    ['population', (row) => row.unit.population],
    ...coefficients.map((one) => [one, (row: Row) => row.unit.coefficients[one] ?? null] as const),
    ['phase', (row) => row.unit.phaseOut?.year ?? null],
    ['base_yuan', (row) => row.unit.phaseOut?.base ?? null],
    ['score', (row) => row.unit.performance],
    ['fixed_yuan', (row) => row.fixed],
    ['factor_yuan', (row) => row.factor],
    ['performance_yuan', (row) => row.performance],
    ['phase_out_yuan', (row) => row.phaseOut],
    ['amount_yuan', (row) => row.amount],
    ['amount_fen', (row) => row.amountFen],
    ['amount_unchanged_yuan', (row) => before.get(row.city) ?? null],
    ['period', () => answer.period],
    ['formula', () => answer.formula],
    ['shape_only', () => String(answer.shapeOnly)],
    ['catalog', () => origin.catalog],
    ['link', () => origin.link],
  ];
  const lines = answer.rows.map((row) => sheetLine(columns.map(([, of]) => of(row))));
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\r\n')}\r\n`;
}

/** The units of an answer as a form to fill: the columns that `units` takes. */
export function unitsForm(answer: TransferAnswer): string {
  const coefficients = Object.keys(answer.rows[0]?.unit.coefficients ?? {});
  const head = ['city', 'grade', 'fixed', 'population', ...coefficients, 'phase', 'base', 'performance'];
  const lines = answer.rows.map(({ city, unit }) =>
    sheetLine([
      city,
      null,
      null,
      unit.population,
      ...coefficients.map((one) => unit.coefficients[one] ?? null),
      null,
      null,
      null,
    ]),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
