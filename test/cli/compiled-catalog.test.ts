import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call, json, temporaryFolder } from './call.js';

const folder = temporaryFolder();

it('follows a YAML file that was edited after the program was built, and tells its faults by line', () => {
  cpSync('catalog', join(folder, 'catalog'), { recursive: true });
  symlinkSync(join(process.cwd(), 'data'), join(folder, 'data'));
  const file = join(folder, 'catalog', 'classes', 'official_type.yaml');
  const text = readFileSync(file, 'utf8');
  const youthful = () => json<readonly { id: string }[]>(['cities', '--type', 'youthful', '--pack', folder]);

  // One more class: those that are there are spoken of elsewhere in the catalog.
  const more = 'classes:\n  - {id: youthful, label: {en: youthful, zh: 新兴型}}\n';
  writeFileSync(file, text.replace('classes:\n', more));
  expect(youthful()).toEqual([]);

  writeFileSync(file, text.replace('id: growing', 'idd: growing'));
  const line = text.split('\n').findIndex((one) => one.includes('id: growing')) + 1;
  const { status, out } = call(['catalog', 'check', '--pack', folder]);
  expect(out).toContain(`classes/official_type.yaml, line ${line}`);
  expect(status).toBe(2);
});

it('has one compiled catalog, that of its own build', () => {
  const files = readdirSync('dist').filter((name) => /^catalog-.*/.test(name));
  expect(files).toEqual([expect.stringMatching(/^catalog-[0-9a-f]{16}\.json$/)]);
  const name = (files[0] as string).slice('catalog-'.length, -'.json'.length);
  const code = readdirSync('dist').filter((file) => file.endsWith('.js'));
  expect(code.some((file) => readFileSync(join('dist', file), 'utf8').includes(name))).toBe(true);
});
