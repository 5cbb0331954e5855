import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { modelManifestSchema, readModelManifest } from './model-manifest.js';

const lines = [
  'model: vacant.onnx',
  `sha256: ${'0a'.repeat(32)}`,
  'source: made for a test',
  'licence: CC0-1.0',
  'bands:',
  '  - {name: red, subtract: 123.7, divide: 58.4}',
  '  - {name: green}',
  'cell_m: 0.5',
  'tile: {width: 512, height: 256}',
  'overlap: 64',
  'output: {activation: softmax}',
  'classes: [ground, vacant]',
];

/** The manifest with another line, from 1. */
function withLine(line: number, text: string): string {
  return lines.with(line - 1, text).join('\n');
}

function faultOf(text: string): AfterlodeError {
  try {
    readModelManifest(text, 'm.yaml');
  } catch (error) {
    if (error instanceof AfterlodeError) return error;
  }
  throw new Error('nothing was refused');
}

describe('the manifest of a model', () => {
  const read = readModelManifest(lines.join('\n'), 'm.yaml');

  it('is read with what is usual where it says nothing', () => {
    expect(read).toEqual({
      model: 'vacant.onnx',
      sha256: '0a'.repeat(32),
      title: null,
      source: 'made for a test',
      licence: 'CC0-1.0',
      bands: [
        { name: 'red', subtract: 123.7, divide: 58.4 },
        { name: 'green', subtract: 0, divide: 1 },
      ],
      missing: 0,
      cellM: 0.5,
      otherCells: 'warn',
      tile: { width: 512, height: 256 },
      overlap: 64,
      input: { layout: 'nchw' },
      output: { layout: 'nchw', activation: 'softmax' },
      classes: ['ground', 'vacant'],
    });
  });

  it('may be JSON', () => {
    const { cellM, otherCells, title: _, ...same } = read;
    const json = JSON.stringify({ ...same, cell_m: cellM, other_cells: otherCells }, null, 2);
    expect(readModelManifest(json, 'm.json')).toEqual(read);
  });

  it.each<readonly [string, number, string, string]>([
    ['an unknown key', 3, 'sauce: here', 'unknown key "sauce"; allowed are model, sha256'],
    ['a path', 1, 'model: ../vacant.onnx', 'the name of a file beside the manifest'],
    ['a short checksum', 2, 'sha256: 0a0a', '64 hexadecimal digits'],
    ['a division by 0', 6, '  - {name: red, divide: 0}', 'a number other than 0'],
    ['a word for a number', 8, 'cell_m: fine', 'expected number'],
    ['cells of no size', 8, 'cell_m: 0', 'a number above 0'],
    ['nothing to bring other cells to', 8, 'other_cells: resample', 'warn, or cell_m beside it'],
    ['an overlap as wide as the tile', 10, 'overlap: 256', 'less than the sides of the tile'],
    ['an activation that nobody knows', 11, 'output: {activation: relu}', 'softmax, sigmoid, none'],
    ['one class', 12, 'classes: [vacant]', 'at least 2'],
    ['a class twice', 12, 'classes: [vacant, Vacant]', 'names that stand once'],
    ['a bracket that is not closed', 12, 'classes: [vacant', 'not readable as YAML'],
  ])('with %s is refused by its line', (_, line, text, said) => {
    const { code, message } = faultOf(withLine(line, text));
    expect(code).toBe('MODEL_MANIFEST');
    expect(message).toContain(said);
    expect(message).toContain(`m.yaml, line ${line}`);
  });

  it('with several faults tells them all, in both languages', () => {
    const { text } = faultOf(['model: a.onnx', 'tile: {width: 4, height: 512}', 'bands: []'].join('\n'));
    expect(text.en).toMatch(
      /^faults in the manifest m\.yaml \(7\): "sha256" is missing .*"bands" is \[\].*"width" is 4/,
    );
    expect(text.zh).toMatch(/有 7 处错误：.*缺少“sha256”/);
  });

  it('has the schema that lies in schemas/ (else run tools/schemas.ts)', () => {
    const path = new URL('../../schemas/model.json', import.meta.url);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(modelManifestSchema())));
  });
});
