import type { LinearProgram, ProgramRow } from './solver.js';

/**
 * The same program in columns that say in which year a project is done (same places). Each sum of columns "done by the end of a
 * year" becomes one of those up to it. Rows of money are then plain knapsacks, which the solver cuts well: that is what counts where
 * few projects share a year and must be packed. With many, branching on "done by" is faster.
 */
export function inYears(program: LinearProgram, span: number): LinearProgram {
  const { columns } = program;
  const upper = Float64Array.from(program.upper);
  const rows: ProgramRow[] = [];
  for (const row of program.rows) {
    const { indices, values } = inYearRow(row, span);
    const [only] = indices;
    // What is done stays done: of a single year, that is between nothing and the row's bound.
    if (indices.length === 1 && row.lower === 0)
      upper[only as number] = Math.min(upper[only as number] as number, row.upper);
    else rows.push({ ...row, indices, values });
  }
  for (let first = 0; first < columns; first += span) {
    const indices = Array.from({ length: span }, (_, year) => first + year);
    const values = indices.map(() => 1);
    rows.push({ indices, values, lower: program.lower[first + span - 1] as number, upper: 1 });
  }
  return {
    columns,
    objective: inYearObjective(program, span),
    lower: new Float64Array(columns),
    upper,
    rows,
  };
}

function inYearRow({ indices, values }: ProgramRow, span: number): Pick<ProgramRow, 'indices' | 'values'> {
  const sums = new Map<number, number>();
  for (const [at, column] of indices.entries()) {
    for (let year = column - (column % span); year <= column; year += 1)
      sums.set(year, (sums.get(year) ?? 0) + (values[at] as number));
  }
  // A year's own columns cancel exactly: the entries of two "done by" have the same number with two signs.
  const entries = [...sums].filter(([, value]) => value !== 0);
  return { indices: entries.map(([column]) => column), values: entries.map(([, value]) => value) };
}

/** What a project is worth in a year is the sum of what being done by it and by each later year is worth. */
function inYearObjective({ columns, objective }: LinearProgram, span: number): Float64Array {
  const worth = new Float64Array(columns);
  for (let at = columns - 1; at >= 0; at -= 1) {
    const later = at % span === span - 1 ? 0 : (worth[at + 1] as number);
    worth[at] = (objective[at] as number) + later;
  }
  return worth;
}
