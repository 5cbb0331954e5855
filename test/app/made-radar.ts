import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';

/** Metres. */
export const madeWavelength = 0.056;
/** Columns and rows of made stacks. */
export const [madeWidth, madeHeight] = [8, 6] as const;
export const madeDates = ['2018-01-01', '2018-02-01', '2018-03-01', '2018-04-01', '2018-05-01'] as const;

/** A pair of a made stack; steps are dates between its own. */
export interface MadePair {
  readonly first: string;
  readonly second: string;
  readonly steps: number;
}

/** Each date with the next three. */
export const madePairs: readonly MadePair[] = madeDates.flatMap((first, at) =>
  madeDates.slice(at + 1, at + 4).map((second, step) => ({ first, second, steps: step + 1 })),
);

/** Name of a pair's file. */
export function fileOf({ first, second }: MadePair): string {
  return `${first}_${second}_unw.tif`.replaceAll('-', '');
}

/**
 * Phase of still ground with a square of 2 × 2 cells that sinks by 5 mm from date to date. What is exactly 0 is missing, so
 * still ground carries a trifle.
 */
export function madePhase(steps: number): number[] {
  return Array.from({ length: madeWidth * madeHeight }, (_, cell) => {
    const [column, row] = [cell % madeWidth, Math.floor(cell / madeWidth)];
    const sinks = column >= 5 && column < 7 && row >= 3 && row < 5;
    return ((sinks ? 5 * steps : 1e-4) * 4 * Math.PI) / madeWavelength / 1000;
  });
}

/** Text of a pairs.csv. */
export function pairTable(pairs = madePairs): string {
  return ['file,first,second', ...pairs.map((pair) => `${fileOf(pair)},${pair.first},${pair.second}`)].join(
    '\n',
  );
}

/** A made stack on the disk and a folder for its results that does not exist yet. */
export interface MadeStack {
  readonly folder: string;
  readonly out: string;
  put(name: string, content: string | Uint8Array): void;
  /** Writes every pair anew. */
  putPhases(of: (pair: MadePair, phase: number[]) => number[]): void;
  wasWritten(): boolean;
}

/** Stacks in a folder that is removed after the file's tests. */
export function stackMaker(): () => MadeStack {
  const base = mkdtempSync(join(tmpdir(), 'afterlode-radar-'));
  afterAll(() => rmSync(base, { recursive: true, force: true }));
  let made = 0;
  return () => {
    made += 1;
    const [folder, out] = [join(base, `stack${made}`), join(base, `out${made}`)];
    mkdirSync(join(folder, 'unw'), { recursive: true });
    const stack: MadeStack = {
      folder,
      out,
      put: (name, content) => writeFileSync(join(folder, name), content),
      putPhases: (of) => {
        for (const pair of madePairs)
          stack.put(join('unw', fileOf(pair)), smallTiff(madeWidth, of(pair, madePhase(pair.steps))));
      },
      wasWritten: () => existsSync(out),
    };
    stack.put('pairs.csv', pairTable());
    stack.putPhases((_, phase) => phase);
    return stack;
  };
}
