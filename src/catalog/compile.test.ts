import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { compileFile } from './compile.js';
import { overlayFrom } from './overlays.js';
import { resolveCatalog } from './resolve.js';
import type { CatalogFile } from './types.js';

const root = new URL('../../catalog/', import.meta.url);
const files: readonly CatalogFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
const own = files.filter((file) => !file.path.startsWith('overlays/'));
const compiled = compiledOf(own);

function compiledOf(list: readonly CatalogFile[]): readonly CatalogFile[] {
  return list.map((file) => {
    const made = compileFile(file);
    return made === null ? file : { ...file, compiled: JSON.parse(JSON.stringify(made)) as typeof made };
  });
}

/** A resolved catalog and its issues as text: maps as their entries, infinities by name. */
function told(list: readonly CatalogFile[], overlay?: string): string {
  const above = overlay === undefined ? null : overlayFrom(files, overlay);
  return JSON.stringify(
    resolveCatalog(list, id<'date'>('2026-06-01'), above ? [above] : []),
    (_key, value) =>
      value instanceof Map
        ? [...(value as ReadonlyMap<unknown, unknown>)]
        : typeof value === 'number'
          ? String(value)
          : (value as unknown),
  );
}

/** The catalog with one text replaced: read whole from YAML, and with all other files compiled. */
function edited(path: string, before: string, after: string): readonly [string, string] {
  const change = (file: CatalogFile): CatalogFile =>
    file.path === path ? { path, text: file.text.replace(before, after) } : file;
  return [told(own.map(change)), told(compiled.map(change))];
}

describe('a compiled catalog', () => {
  it('holds every file that defines something, and resolves to what the YAML does', () => {
    const without = compiled.filter((file) => file.compiled === undefined).map((file) => file.path);
    expect(without.filter((path) => !path.startsWith('cases/'))).toEqual([]);
    expect(told(compiled)).toBe(told(own));
  });

  it('is changed by an overlay as the YAML is', () => {
    const over = told(own, 'example_equal_dimensions');
    expect(told(compiled, 'example_equal_dimensions')).toBe(over);
    expect(over).not.toBe(told(own));
  });

  it('lets a fault between files be told with file and line', () => {
    const [yaml, mixed] = edited('catalog.yaml', 'version', 'versoin');
    expect(mixed).toBe(yaml);
    // A unit that is gone is missed by files that are compiled.
    const [without, mixedWithout] = edited('units.yaml', '\nperson:', '\nperson_gone:');
    expect(without).toMatch(/indicators\/[a-z_]+\/[a-z_]+\.yaml, line [1-9]/);
    expect(mixedWithout).toBe(without);
  });

  it('leaves out files at fault and files that define nothing', () => {
    expect(compileFile({ path: 'units.yaml', text: 'person: [' })).toBeNull();
    expect(compileFile({ path: 'units.yaml', text: 'person: {colour: red}' })).toBeNull();
    expect(compileFile({ path: 'strange.yaml', text: 'a: 1' })).toBeNull();
    expect(compileFile({ path: 'overlays/one/units.yaml', text: 'a: 1' })).toBeNull();
  });
});
