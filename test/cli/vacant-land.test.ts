import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VacantLandAnswer } from '../../src/app/index.js';
import { madeTown, quickly } from '../app/made-town.js';
import { callHere, jsonHere } from './here.js';

/** The command `vacant-land` on a made town. */

const town = await madeTown();
const workspace = mkdtempSync(join(tmpdir(), 'afterlode-land-cli-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));
const options = Object.entries(quickly).flatMap(([name, value]) => [
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  String(value),
]);
const call = (...words: readonly string[]) => [
  'vacant-land',
  '--image',
  town.image,
  '--workspace',
  workspace,
  '--as-of',
  '2026-01-15',
  ...options,
  ...words,
];
const out = join(town.folder, 'out');
const model = join(out, 'model.json');

let learnt: VacantLandAnswer;
beforeAll(async () => {
  learnt = await jsonHere<VacantLandAnswer>(call('--labels', town.labels, '--out', out));
});

describe('vacant-land', () => {
  it('answers model, accuracy, where to label next, polygons, issues and files', () => {
    expect(Object.keys(learnt).toSorted()).toEqual([
      'accuracy',
      'files',
      'findings',
      'issues',
      'labelNext',
      'model',
      'parcels',
      'polygons',
      'rate',
    ]);
    const { accuracy } = learnt;
    for (const measure of ['precision', 'recall', 'f1', 'iou', 'areaBias'] as const)
      expect(Object.keys(accuracy?.[measure] ?? {})).toEqual(['other', 'vacant']);
    expect(accuracy?.confusion).toHaveLength(2);
    expect(learnt.polygons[0]).toMatchObject({ class: 'vacant', geometry: { type: 'Polygon' } });
    expect(JSON.parse(readFileSync(join(out, 'vacant-land.json'), 'utf8'))).toMatchObject({
      polygons: learnt.polygons,
    });
    expect(learnt.files.map(({ path }) => path)).toContain(model);
  });

  it('speaks to people in both languages', async () => {
    const english = await callHere(call('--labels', town.labels, '--model', model));
    expect(english.status).toBe(0);
    expect(english.out).toMatch(/^vacant: 12 polygons, 0\.\d\d of 0\.69 ha \(\d\d\.\d %\), 1736\.1 per km²/);
    expect(english.out).toMatch(/error of the given model on 1296 labelled patches of 12 blocks/);
    expect(english.out).toMatch(/vacant +432 +[01]\.\d\d \(/);
    expect(english.out).toContain('label next, where the model is least certain');
    expect(english.err).toMatch(/VACANT_LEARNT_GROUND: .*1296 of 1296/);
    const chinese = await callHere(call('--model', model, '--lang', 'zh'));
    expect(chinese.out).toMatch(/^vacant：12 个地块/);
    expect(chinese.out).toContain('未提供该影像的标注：误差未知');
    expect(chinese.out).not.toMatch(/NaN|undefined|null/);
  });

  it('writes its report in the language of the call', async () => {
    const folder = join(town.folder, 'chinese');
    const words = call('--model', model, '--labels', town.labels, '--out', folder, '--lang', 'zh');
    const { status } = await callHere([...words, '--quiet']);
    expect(status).toBe(0);
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(report).toMatch(/空地[\s\S]*判别结果[\s\S]*精度[\s\S]*混淆矩阵/);
    expect(report).toContain('位于模型的训练区块');
  });

  it('ends with 2 and one line where the call is at fault', async () => {
    const wrong = await callHere(call());
    expect([wrong.status, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(/^CALL_OPTION: option --labels is nothing, expected labels to learn from/);
    const image = await callHere(['vacant-land', '--labels', town.labels]);
    expect([image.status, image.err]).toEqual([2, expect.stringContaining('--image')]);
    const classes = await callHere(call('--model', model, '--look-for', 'water', '--lang', 'zh'));
    expect(classes.err).toMatch(/^CALL_OPTION: .*--look-for.*water.*下列之一：other, vacant/);
    const blocked = await callHere(call('--model', model, '--out', town.image));
    expect([blocked.status, blocked.err]).toEqual([2, expect.stringMatching(/^FILE_NOT_WRITABLE/)]);
  });
});
