import { expect, it } from 'vitest';
import { sha256Bytes } from '../files/index.js';
import { withCompiled } from './compiled-catalog.js';

it('adds what was compiled to a file of the same path and text, and to no other', () => {
  const text = 'person: {label: {en: person, zh: 人}}\n';
  const kept = { sha256: sha256Bytes(new TextEncoder().encode(text)), definitions: [] };
  const files = [
    { path: 'units.yaml', text },
    { path: 'units.yaml', text: `${text} ` },
    { path: 'classes/units.yaml', text },
    { path: 'constructor', text },
  ];
  const compiled = withCompiled(files, { 'units.yaml': kept }).map((file) => file.compiled);
  expect(compiled).toEqual([kept, undefined, undefined, undefined]);
});
