import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { overlayFrom, overlayNames } from './overlays.js';
import { places, resolveSample } from './testing/sample.js';
import type { IndexBranch, Overlay } from './types.js';

const head = 'by: City office\non: 2026-02-01\nwhy: {en: local choice, zh: 地方选择}\n';

function overlay(files: Readonly<Record<string, string>>, name = 'local'): Overlay {
  const all = { 'overlay.yaml': head, ...files };
  return { name, files: Object.entries(all).map(([path, text]) => ({ path, text })) };
}

describe('overlays', () => {
  it('change values and leave the rest', () => {
    const text = 'of:\n  - {id: one, weight: 0.7}\n  - {indicator: workers, weight: 0.3}\n';
    const { value, issues } = resolveSample({}, [overlay({ 'indices/all.yaml': text })]);
    expect(issues).toEqual([]);
    const [one, workers] = value.indices.get('all')?.of ?? [];
    expect(one?.weight).toBe(0.7);
    expect((one as IndexBranch).of).toHaveLength(2);
    expect(workers).toMatchObject({ indicator: 'workers', weight: 0.3 });
    expect(value.overlays).toEqual([
      { name: 'local', by: 'City office', on: '2026-02-01', why: { en: 'local choice', zh: '地方选择' } },
    ]);
  });

  it('the last one wins, and the hash tells them apart', () => {
    const light = (years: number) => ({
      'lights/mine.yaml': `mining_share: {peers: true, trend_years: ${years}}\n`,
    });
    const first = overlay(light(3), 'first');
    const second = overlay(light(5), 'second');
    const both = resolveSample({}, [first, second]).value;
    expect(both.lights.get(id<'indicator'>('mining_share'))?.trendYears).toBe(5);
    const hashes = [both, resolveSample({}, [second, first]).value, resolveSample().value].map(
      (one) => one.hash,
    );
    expect(new Set(hashes).size).toBe(3);
  });

  it('may add dated values, lights and references', () => {
    const { value, issues } = resolveSample({}, [
      overlay({
        'references.yaml': "decree: {kind: law, date: '2026', title: {en: decree, zh: 令}, mark: V}\n",
        'parameters/cut.yaml': 'values:\n  - {from: 2026-03-01, value: 0.2, reference: decree}\n',
        'lights/local.yaml': 'output_per_worker: {peers: true}\n',
      }),
    ]);
    expect(issues).toEqual([]);
    expect(value.parameters.get('cut')).toMatchObject({ value: 0.2, reference: 'decree' });
    expect(value.parameters.get('cut')?.values).toHaveLength(3);
    expect(value.lights.has(id<'indicator'>('output_per_worker'))).toBe(true);
  });

  it('may not change meanings', () => {
    const { issues, value } = resolveSample({}, [
      overlay({
        'indicators/work/mining_share.yaml':
          'valid: [0, 0.5]\nformula: {op: ratio, of: [farmers, workers]}\n',
        'parameters/cut.yaml': 'unit: ratio\n',
        'units.yaml': 'percent: {factor: 0.1}\n',
      }),
    ]);
    expect(places(issues)).toEqual([
      'CATALOG_OVERLAY_MEANING overlays/local/indicators/work/mining_share.yaml, line 2',
      'CATALOG_OVERLAY_MEANING overlays/local/parameters/cut.yaml, line 1',
      'CATALOG_OVERLAY_MEANING overlays/local/units.yaml, line 1',
    ]);
    const share = value.indicators.get(id<'indicator'>('mining_share'));
    expect(share?.formula?.of).toEqual(['miners', 'workers']);
    expect(share?.valid).toEqual([0, 0.5]);
  });

  it('may repeat a meaning unchanged', () => {
    const files = { 'indicators/work/mining_share.yaml': 'unit: share\nbetter: neither\n' };
    expect(resolveSample({}, [overlay(files)]).issues).toEqual([]);
  });

  it('may not change what is not there', () => {
    const { issues } = resolveSample({}, [
      overlay({
        'parameters/cutt.yaml': 'confirmed: 2026-02-01\n',
        'indices/all.yaml': 'of:\n  - {id: two, weight: 0.5}\n',
        'wrong/x.yaml': 'a: 1\n',
      }),
    ]);
    expect(places(issues)).toEqual([
      'CATALOG_OVERLAY_TARGET overlays/local/indices/all.yaml, line 2',
      'CATALOG_OVERLAY_TARGET overlays/local/parameters/cutt.yaml, line 1',
      'CATALOG_FILE_UNKNOWN overlays/local/wrong/x.yaml',
    ]);
  });

  it('faults name the file and line of the overlay, not of the definition below', () => {
    const { issues } = resolveSample({}, [
      overlay({ 'indices/all.yaml': '\n\nof:\n  - {indicator: workers, weight: much}\n' }),
    ]);
    expect(places(issues)).toEqual(['CATALOG_VALUE overlays/local/indices/all.yaml, line 4']);
  });

  it('must say who decided, when and why', () => {
    const without: Overlay = { name: 'local', files: [] };
    expect(places(resolveSample({}, [without]).issues)).toEqual([
      'CATALOG_FILE_MISSING overlays/local/overlay.yaml',
    ]);
    const half = overlay({ 'overlay.yaml': 'by: City office\non: soon\n' });
    expect(places(resolveSample({}, [half]).issues)).toEqual([
      'CATALOG_KEY_MISSING overlays/local/overlay.yaml, line 1',
      'CATALOG_VALUE overlays/local/overlay.yaml, line 2',
    ]);
  });

  it('are found among the files of a catalog', () => {
    const files = [
      { path: 'overlays/b/overlay.yaml', text: head },
      { path: 'overlays/a/overlay.yaml', text: head },
      { path: 'overlays/a/lights/x.yaml', text: '' },
      { path: 'units.yaml', text: '' },
    ];
    expect(overlayNames(files)).toEqual(['a', 'b']);
    expect(overlayFrom(files, 'a')?.files.map((file) => file.path)).toEqual([
      'overlay.yaml',
      'lights/x.yaml',
    ]);
    expect(overlayFrom(files, 'c')).toBeNull();
  });
});
