import highsModule, { type Model } from 'highs';

/** A linear program: maximise costs · x, with rows and columns between their bounds; entries row by row. */
export interface LinearProgram {
  readonly columns: number;
  readonly objective: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly ProgramRow[];
}

export interface ProgramRow {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** What the solver says; `values` is `null` where it has no solution. */
export interface Solved {
  readonly status: 'optimal' | 'limit' | 'infeasible';
  readonly values: Float64Array | null;
  /** No solution has a larger objective. */
  readonly bound: number;
  /** By row, of a program without whole numbers: what the objective gains by one more of the bound. */
  readonly duals: Float64Array;
}

/** The types of the package are those of its CommonJS form; as an ES module its default is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;

/**
 * Solves a program with HiGHS, compiled to WebAssembly: one thread and a fixed seed, so that equal programs end alike unless the clock
 * ends them.
 *
 * @param whole whether columns are whole numbers
 * @param begin a solution to begin with
 */
export async function solve(
  program: LinearProgram,
  whole: boolean,
  limits: { readonly seconds: number; readonly gap: number },
  begin: Float64Array | null = null,
): Promise<Solved> {
  // Each solves in a memory of its own: what one solver took is given back with it.
  const highs = await loadHighs();
  return highs.withModel((model) => {
    model.options.set({
      output_flag: false,
      random_seed: 1,
      time_limit: limits.seconds,
      mip_rel_gap: limits.gap,
      mip_abs_gap: 1e-7,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    pass(highs, model, program, whole);
    if (begin !== null) model.setSolution({ colValue: begin });
    model.run();
    return readSolved(highs, model, whole);
  });
}

function pass(highs: Highs, model: Model, program: LinearProgram, whole: boolean): void {
  const { columns, objective, lower, upper, rows } = program;
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { indices }] of rows.entries()) starts[at + 1] = (starts[at] as number) + indices.length;
  const { integer } = highs.constants.variableType;
  model.passModel({
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: objective,
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: Int32Array.from(rows.flatMap(({ indices }) => indices)),
      values: Float64Array.from(rows.flatMap(({ values }) => values)),
    },
    ...(whole && { integrality: new Int32Array(columns).fill(integer) }),
  });
}

function readSolved(highs: Highs, model: Model, whole: boolean): Solved {
  const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
  const found = model.getModelStatus();
  const none = { values: null, duals: new Float64Array(), bound: Number.NaN };
  if (found === infeasible) return { status: 'infeasible', ...none };
  if (found !== optimal && found !== timeLimit) throw new Error(`the solver ended with status ${found}`);
  const { feasible } = highs.constants.solutionStatus;
  const has = model.info.get('primal_solution_status') === feasible;
  const { colValue, rowDual } = model.getSolution();
  const bound = whole ? model.info.get('mip_dual_bound') : model.getObjectiveValue();
  return {
    status: found === optimal ? 'optimal' : 'limit',
    values: has ? colValue : null,
    bound: Number(bound),
    duals: rowDual,
  };
}
