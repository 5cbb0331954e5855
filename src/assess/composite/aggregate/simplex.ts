/** Programme: the largest objective·x with rows·x ≤ limits and x ≥ 0. Limits are not below 0, so that x = 0 is allowed. */
export interface LinearProgramme {
  readonly objective: Float64Array;
  /** `rows[row * variables + variable]` */
  readonly rows: Float64Array;
  readonly limits: Float64Array;
}

export interface Optimum {
  readonly solution: Float64Array;
  /** By row: what one unit more of its limit is worth. */
  readonly multipliers: Float64Array;
}

/** Below this a number of the table, which is scaled to 1, is rounding. */
const rounding = 1e-11;

/**
 * Simplex method on a dense condensed table, for up to a hundred variables and a thousand rows. The variable with the
 * largest gain enters; after steps without progress Bland's rule decides, under which no table comes back. Among
 * rows that limit equally the one with the largest pivot leaves, as small pivots breed errors.
 *
 * @param evenColumns scales columns as well as rows to 1; where numbers differ by very much one or the other keeps more
 *   digits
 * @returns null where there is no largest value, or none is found in fifty steps per row and variable
 */
export function maximise(programme: LinearProgramme, evenColumns = true): Optimum | null {
  const { objective, limits } = programme;
  const table = new SimplexTable(programme, evenColumns);
  const most = 50 * (objective.length + limits.length);
  let idle = 0;
  for (let step = 0; step < most; step++) {
    const isIdle = idle > objective.length + 10;
    const column = isIdle ? table.firstGain() : table.largestGain();
    if (column < 0) return table.optimum();
    const row = table.limitingRow(column, isIdle);
    if (row < 0) return null;
    idle = table.pivot(row, column) > rounding ? 0 : idle + 1;
  }
  return null;
}

/**
 * Rows of the basic variables and last the row of gains; columns of the free variables and last the values. Variables
 * are numbered from 0, the slacks of rows follow.
 */
class SimplexTable {
  private readonly height: number;
  private readonly width: number;
  private readonly cells: Float64Array;
  private readonly basic: Int32Array;
  private readonly free: Int32Array;
  private readonly rowScales: Float64Array;
  private readonly columnScales: Float64Array;
  private readonly gainScale: number;

  constructor({ objective, rows, limits }: LinearProgramme, evenColumns: boolean) {
    this.height = limits.length;
    this.width = objective.length;
    const step = this.width + 1;
    this.cells = new Float64Array((this.height + 1) * step);
    this.basic = Int32Array.from(limits, (_, row) => this.width + row);
    this.free = Int32Array.from(objective, (_, column) => column);
    for (let row = 0; row < this.height; row++) {
      this.cells.set(rows.subarray(row * this.width, (row + 1) * this.width), row * step);
      this.cells[row * step + this.width] = limits[row] as number;
    }
    this.cells.set(
      objective.map((gain) => -gain),
      this.height * step,
    );
    this.columnScales = Float64Array.from(objective, (_, column) =>
      evenColumns ? this.scale(column, step, this.height, 1) : 1,
    );
    this.rowScales = Float64Array.from(limits, (_, row) => this.scale(row * step, 1, this.width, 1));
    this.gainScale = this.scale(this.height * step, 1, this.width, 0);
  }

  /** Divides so many cells, and `more` behind them, by the largest of them; returns it. */
  private scale(start: number, step: number, count: number, more: number): number {
    let largest = 0;
    for (let at = 0; at < count; at++)
      largest = Math.max(largest, Math.abs(this.cells[start + at * step] as number));
    if (largest === 0) return 1;
    for (let at = 0; at < count + more; at++) {
      this.cells[start + at * step] = (this.cells[start + at * step] as number) / largest;
    }
    return largest;
  }

  private at(row: number, column: number): number {
    return this.cells[row * (this.width + 1) + column] as number;
  }

  largestGain(): number {
    let best = -1;
    let gain = -rounding;
    for (let column = 0; column < this.width; column++) {
      if (this.at(this.height, column) < gain) {
        gain = this.at(this.height, column);
        best = column;
      }
    }
    return best;
  }

  /** By Bland's rule: of the gaining variables that with the smallest number. */
  firstGain(): number {
    let best = -1;
    for (let column = 0; column < this.width; column++) {
      if (this.at(this.height, column) >= -rounding) continue;
      if (best < 0 || (this.free[column] as number) < (this.free[best] as number)) best = column;
    }
    return best;
  }

  limitingRow(column: number, byNumber: boolean): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.height; row++) {
      const pivot = this.at(row, column);
      if (pivot <= rounding) continue;
      const ratio = Math.max(0, this.at(row, this.width)) / pivot;
      const isEqual = best >= 0 && Math.abs(ratio - least) <= 1e-14 * (1 + least);
      if (isEqual ? this.goesBefore(row, best, column, byNumber) : ratio < least) best = row;
      least = Math.min(least, ratio);
    }
    return best;
  }

  private goesBefore(row: number, other: number, column: number, byNumber: boolean): boolean {
    if (byNumber) return (this.basic[row] as number) < (this.basic[other] as number);
    return this.at(row, column) > this.at(other, column);
  }

  /** Exchanges a basic and a free variable; returns by how much the objective grew. */
  pivot(row: number, column: number): number {
    const { cells, height, width } = this;
    const step = width + 1;
    const start = row * step;
    const before = this.at(height, width);
    const pivot = cells[start + column] as number;
    for (let at = 0; at <= width; at++) cells[start + at] = (cells[start + at] as number) / pivot;
    cells[start + column] = 1 / pivot;
    for (let other = 0; other <= height; other++) {
      if (other === row) continue;
      const from = other * step;
      const factor = cells[from + column] as number;
      if (factor === 0) continue;
      cells[from + column] = 0;
      for (let at = 0; at <= width; at++) {
        cells[from + at] = (cells[from + at] as number) - factor * (cells[start + at] as number);
      }
    }
    const entering = this.free[column] as number;
    this.free[column] = this.basic[row] as number;
    this.basic[row] = entering;
    return this.at(height, width) - before;
  }

  optimum(): Optimum {
    const solution = new Float64Array(this.width);
    const multipliers = new Float64Array(this.height);
    for (let row = 0; row < this.height; row++) {
      const variable = this.basic[row] as number;
      if (variable < this.width)
        solution[variable] = Math.max(0, this.at(row, this.width)) / (this.columnScales[variable] as number);
    }
    for (let column = 0; column < this.width; column++) {
      const slack = (this.free[column] as number) - this.width;
      if (slack >= 0) {
        const worth = Math.max(0, this.at(this.height, column)) * this.gainScale;
        multipliers[slack] = worth / (this.rowScales[slack] as number);
      }
    }
    return { solution, multipliers };
  }
}
