import type { Window } from '../raster/types.js';
import type { Cover } from './types.js';

/** Runs of equal shares while a cover is made; grows as needed. */
export class RunList {
  private readonly window: Window;
  private readonly starts: Uint32Array;
  private row = 0;
  private count = 0;
  private from = new Uint32Array(64);
  private to = new Uint32Array(64);
  private shares = new Float64Array(64);

  constructor(window: Window) {
    this.window = window;
    this.starts = new Uint32Array(window.height + 1);
  }

  add(from: number, to: number, share: number): void {
    if (this.count === this.from.length) this.grow();
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.shares[this.count] = share;
    this.count += 1;
  }

  endRow(): void {
    this.row += 1;
    this.starts[this.row] = this.count;
  }

  done(): Omit<Cover, 'area' | 'crossing'> {
    const { window, starts, count } = this;
    return {
      window,
      starts,
      from: this.from.slice(0, count),
      to: this.to.slice(0, count),
      shares: this.shares.slice(0, count),
    };
  }

  private grow(): void {
    const size = this.count * 2;
    const longer = <T extends Uint32Array | Float64Array>(next: T, old: T): T => {
      next.set(old);
      return next;
    };
    this.from = longer(new Uint32Array(size), this.from);
    this.to = longer(new Uint32Array(size), this.to);
    this.shares = longer(new Float64Array(size), this.shares);
  }
}
