import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breaches, packages } from '../tools/rooms.js';
import { readSource } from '../tools/source.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);

describe('the order of rooms', () => {
  it('holds in every file of src', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((file) => breaches(file, readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
  });

  it('gives every package of the table a place in package.json and uses it', () => {
    const listed = new Set(Object.values(packages).flat());
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect([...listed].filter((name) => dependencies[name] === undefined)).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !listed.has(name))).toEqual([]);
  });

  it('keeps files short', () => {
    const written = sources.filter((file) => !/\.test\.|(^|\/)testing\//.test(file));
    const long = written.filter((file) => readFileSync(`src/${file}`, 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

describe('the check itself', () => {
  const forbidden: readonly (readonly [file: string, text: string, fault: string])[] = [
    ['base/a.ts', "import { x } from '../catalog/index.js';", 'does not lie below'],
    ['base/a.ts', "import type { X } from '../catalog/index.js';", 'does not lie below'],
    ['assess/a.ts', "export { x } from '../report/index.js';", 'does not lie below'],
    ['assess/a.ts', "export type * from '../report/index.js';", 'does not lie below'],
    ['files/a.ts', "const s = await import('../store/index.js');", 'does not lie below'],
    ['store/a.ts', "type T = import('../app/index.js').T;", 'does not lie below'],
    ['assess/a.test.ts', "import { x } from '../app/index.js';", 'does not lie below'],
    ['assess/deep/a.ts', "import { x } from '../../base/error.js';", 'past the door'],
    ['assess/a.ts', "import { readFileSync } from 'node:fs';", 'in a pure room'],
    ['web/a.tsx', "import { readFileSync } from 'node:fs';", 'in a pure room'],
    ['web/a.tsx', "import { serve } from '../api/contract.js';", 'more than types'],
    ['web/a.tsx', "import { a } from '../app/index.js';", 'does not lie below'],
    ['assess/a.ts', "import _ from 'lodash';", 'not listed'],
    ['app/a.ts', "import pg from 'pg';", 'not listed'],
    ['cli/a.ts', 'const m = await import(name);', 'not listed'],
    ['cli/commands/cities.ts', "import { serve } from '../../api/index.js';", 'does not lie below'],
    ['index.ts', "export * from './app/index.js';", 'does not lie below'],
    ['elsewhere/a.ts', 'export const a = 1;', 'is no room'],
    ['base/a.ts', 'export default 1;', 'default export'],
    ['base/a.ts', 'export const now = Date.now();', 'uses Date.now'],
    ['base/a.ts', 'export const now = new Date();', 'uses new Date()'],
    ['base/a.ts', 'export const dice = Math.random();', 'uses Math.random'],
    ['base/a.ts', 'export const home = process.env.HOME;', 'uses process'],
    ['base/a.ts', 'console.log(1);', 'uses console'],
    ['base/a.ts', "export const page = fetch('x');", 'uses fetch'],
    ['base/a.ts', 'export const x = 1;\n'.repeat(501), 'more than 500'],
  ];
  it.each(forbidden)('finds the fault in %s: %s', (file, text, fault) => {
    expect(breaches(file, text).join()).toContain(fault);
  });

  const allowed: readonly (readonly [file: string, text: string])[] = [
    ['assess/a.ts', "import type { X } from '../base/index.js';"],
    ['assess/a.ts', "import { x } from './b.js';"],
    ['web/a.tsx', "import type { X } from '../api/contract.js'; import { x } from '../report/index.js';"],
    ['cli/commands/a.ts', "import { x } from '../../app/index.js';"],
    ['server.ts', "export { serve } from './api/index.js';"],
    ['base/a.ts', "export const day = new Date('2026-01-15'); export const o = { process: 1 }; o.process;"],
    ['cli/commands/serve.ts', "import { serve } from '../../api/index.js';"],
    ['base/a.ts', 'export const f = ({ document, a: [process] }: T) => document.x + process;'],
    ['base/a.ts', '// process.env and console.log in a comment\nexport const text = "import x from \'pg\'";'],
  ];
  it.each(allowed)('lets pass %s: %s', (file, text) => {
    expect(breaches(file, text)).toEqual([]);
  });

  it('reads every form of import', () => {
    const text =
      "import 'a'; export * from 'b'; import type { C } from 'c'; const d = import('d'); type E = import('e').E;";
    expect(readSource('x.ts', text).imports.map((each) => `${each.target} ${each.typeOnly}`)).toEqual([
      'a false',
      'b false',
      'c true',
      'd false',
      'e true',
    ]);
  });
});
