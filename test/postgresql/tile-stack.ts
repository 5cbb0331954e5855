import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { fileOf, madePairs, madeWavelength, pairTable } from '../app/made-radar.js';

/** Columns and rows of the stack. */
export const [tileWidth, tileHeight] = [80, 50] as const;
/** Cells of a tile that make 1,000 tiles of it. */
export const cellsFor1000 = 4;

/** Writes a stack whose cells differ in motion, noise and gaps. */
export function writeTileStack(folder: string): void {
  mkdirSync(join(folder, 'unw'), { recursive: true });
  for (const pair of madePairs) {
    const phase = Array.from({ length: tileWidth * tileHeight }, (_, cell) => {
      const [column, row] = [cell % tileWidth, Math.floor(cell / tileWidth)];
      if (column + row > 8 && (cell * 13 + pair.steps * 5) % 17 === 0) return 0;
      const sinks = 8 * Math.exp(-((column - 50) ** 2 + (row - 25) ** 2) / 80);
      return ((sinks * pair.steps + Math.sin(cell * pair.steps) + 0.1) * 4 * Math.PI) / madeWavelength / 1000;
    });
    writeFileSync(join(folder, 'unw', fileOf(pair)), smallTiff(tileWidth, phase));
  }
  writeFileSync(join(folder, 'pairs.csv'), pairTable());
}

/** Words of a call that measures the stack. */
export function measureWords(stack: string, out: string, more: readonly string[]): string[] {
  const radar = [
    '--wavelength',
    String(madeWavelength),
    '--reference',
    '2,2,2',
    '--minimum-observations',
    '3',
  ];
  return ['subsidence', stack, '--out', out, ...radar, '--quiet', ...more];
}

/** All results of a call by name, hidden ones too; the answer in subsidence.json tells the folder and is left out. */
export function resultsIn(folder: string): Readonly<Record<string, Buffer>> {
  const names = readdirSync(folder).filter((name) => name !== 'subsidence.json');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}
