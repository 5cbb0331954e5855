import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  aggregations,
  criterionWeightings,
  decisionMethods,
  imputations,
  normalisations,
  weightings,
} from '../src/assess/index.js';
import { methodsPage } from '../tools/methods-page.js';

/** Every method that a word of the command line names has a page with that word in its title and an example. */

const families: readonly (readonly [folder: string, words: readonly string[]])[] = [
  ['impute', imputations.filter((word) => word !== 'none')],
  ['normalise', normalisations],
  ['weigh', [...weightings, ...criterionWeightings]],
  ['aggregate', aggregations],
  ['decide', decisionMethods],
];

const pages = (folder: string) =>
  readdirSync(`docs/methods/${folder}`).map((name) => readFileSync(`docs/methods/${folder}/${name}`, 'utf8'));

describe('method pages', () => {
  it.each(families)('docs/methods/%s has one for every word', (folder, words) => {
    const titles = pages(folder).map((text) => text.split('\n')[0] ?? '');
    const missing = words.filter((word) => !titles.some((title) => title.includes(`\`${word}\``)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('carry an example that is run, and speak both languages', () => {
    const folders = readdirSync('docs/methods', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.length).toBeGreaterThan(8);
    const lacking = folders.flatMap(({ name }) =>
      readdirSync(`docs/methods/${name}`).filter((file) => {
        const text = readFileSync(`docs/methods/${name}/${file}`, 'utf8');
        return !text.includes('```yaml example') || !text.includes('**中文**');
      }),
    );
    expect(lacking).toEqual([]);
  });

  it('stand in the list of methods (npm run docs)', () => {
    expect(readFileSync('docs/methods/README.md', 'utf8')).toBe(methodsPage());
  });
});
