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

/** Below this a number of the table, whose rows are scaled to 1, is rounding. */
const rounding = 1e-11;

/**
 * Simplex method on a dense condensed table, for up to a hundred variables and a thousand rows. The variable with the
 * largest gain enters; after steps without progress Bland's rule decides, under which no table comes back. Among
 * rows that limit equally the one with the largest pivot leaves, as small pivots breed errors.
 *
 * @returns null where there is no largest value, or none is found in fifty steps per row and variable
 */
export function maximise({ objective, rows, limits }: LinearProgramme): Optimum | null {
  const table = new SimplexTable(objective, rows, limits);
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
  private readonly scales: Float64Array;

  constructor(objective: Float64Array, rows: Float64Array, limits: Float64Array) {
    this.height = limits.length;
    this.width = objective.length;
    this.cells = new Float64Array((this.height + 1) * (this.width + 1));
    this.basic = Int32Array.from(limits, (_, row) => this.width + row);
    this.free = Int32Array.from(objective, (_, column) => column);
    this.scales = new Float64Array(this.height);
    for (let row = 0; row < this.height; row++) {
      let scale = 0;
      for (let at = 0; at < this.width; at++)
        scale = Math.max(scale, Math.abs(rows[row * this.width + at] as number));
      scale = scale > 0 ? scale : 1;
      this.scales[row] = scale;
      const start = row * (this.width + 1);
      for (let at = 0; at < this.width; at++)
        this.cells[start + at] = (rows[row * this.width + at] as number) / scale;
      this.cells[start + this.width] = (limits[row] as number) / scale;
    }
    this.cells.set(
      objective.map((gain) => -gain),
      this.height * (this.width + 1),
    );
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
      if (variable < this.width) solution[variable] = Math.max(0, this.at(row, this.width));
    }
    for (let column = 0; column < this.width; column++) {
      const slack = (this.free[column] as number) - this.width;
      if (slack >= 0) {
        multipliers[slack] = Math.max(0, this.at(this.height, column)) / (this.scales[slack] as number);
      }
    }
    return { solution, multipliers };
  }
}
