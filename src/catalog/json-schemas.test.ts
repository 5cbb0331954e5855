import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogSchemas } from './json-schemas.js';
import { kindNames } from './kinds.js';

describe('catalogSchemas', () => {
  const schemas = catalogSchemas();

  it('has one schema for each kind of file', () => {
    expect([...schemas.keys()]).toEqual([...kindNames]);
  });

  it('refuses unknown keys and leaves defaults optional', () => {
    const layouts = schemas.get('layouts') as { additionalProperties: unknown; required: string[] };
    expect(layouts.additionalProperties).toBe(false);
    expect(layouts.required).toContain('city');
    expect(layouts.required).not.toContain('header_rows');
  });

  it.each([...kindNames])(
    'schemas/%s.json is what the program says now (else run tools/schemas.ts)',
    (kind) => {
      const path = new URL(`../../schemas/${kind}.json`, import.meta.url);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemas.get(kind))));
    },
  );
});
