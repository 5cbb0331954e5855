import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examples } from './method-examples/index.js';

/** Hand-worked examples stand on the method pages as ```yaml example``` and are computed here. */

interface Written {
  readonly run: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
  /** Digits after the point to which the page gives results; nine if absent. */
  readonly digits?: number;
}

const written = readdirSync('docs/methods', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .flatMap((page) =>
    [...readFileSync(join('docs/methods', page), 'utf8').matchAll(/^```yaml example\n([\s\S]*?)^```/gm)].map(
      ([, text], at) => [`${page} ${at + 1}`, parse(text as string) as Written] as const,
    ),
  );

describe('examples of method pages', () => {
  it.each(written)('%s', async (_name, { run, given, expect: wanted, digits = 9 }) => {
    const example = examples[run];
    if (!example) throw new Error(`no example is called ${run}; add it in test/method-examples/`);
    expect(rounded(await example(given), digits)).toEqual(rounded(wanted, digits));
  });

  it('are all used', () => {
    const used = new Set(written.map(([, { run }]) => run));
    expect(Object.keys(examples).filter((name) => !used.has(name))).toEqual([]);
  });
});

/** Numbers rounded, typed arrays as lists, missing as null, so that pages and results compare. */
function rounded(value: unknown, digits: number): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : Number(value.toFixed(digits)) + 0;
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    return Array.from(value as Iterable<unknown>, (one) => rounded(one, digits));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one, digits)]));
  }
  return value ?? null;
}
