import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { resolveCatalog } from './resolve.js';

const root = new URL('../../catalog/', import.meta.url);
const shipped = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
const on = id<'date'>('2026-06-01');

/** A fault of each kind in one reading, which takes long enough. */
const faults = [
  ['indicator: fine_dust', 'indicator: fine_dusk', 'CATALOG_ID_UNKNOWN'],
  ['indicator: solid_waste_use', 'indicator: output_growth', 'CATALOG_VALUE'],
  ['indicator: deposits', 'indicator: loans', 'CATALOG_ID_DUPLICATE'],
  ['unit: bed,', 'unit: kg,', 'CATALOG_UNIT_MISMATCH'],
  ['unit: facility,', 'unit: facilities,', 'CATALOG_ID_UNKNOWN'],
] as const;

describe('the shipped forms', () => {
  const forms = [...(resolveCatalog(shipped, on).value.forms?.values() ?? [])];

  it('ask for observed indicators in units that readers know, with instructions in both languages', () => {
    expect(forms.map((form) => form.id)).toEqual(['city_core', 'city_resource']);
    const entries = forms.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
    expect(entries.length).toBeGreaterThan(30);
    for (const form of forms) expect(form.instructions.zh).toMatch(/\p{Script=Han}/u);
    expect(entries.find(({ indicator }) => indicator === 'fine_dust')).toMatchObject({
      unit: 'microgram_per_m3',
      required: true,
      whole: false,
      asks: 'source',
      note: null,
    });
  });
});

describe('a form', () => {
  it('that asks for what cannot be asked is refused with file and line', () => {
    const path = 'forms/city_core.yaml';
    const was = shipped.find((file) => file.path === path)?.text ?? '';
    const text = faults.reduce((now, [before, after]) => now.replace(before, after), was);
    const { issues } = resolveCatalog([...shipped.filter((file) => file.path !== path), { path, text }], on);
    expect(issues.map(({ code }) => code).toSorted()).toEqual(faults.map((one) => one[2]).toSorted());
    for (const { where } of issues) expect(where).toMatch(/forms\/city_core\.yaml, line \d+$/);
  });
});
