import { describe, expect, it } from 'vitest';
import { bibTex, type Cited, citationLine } from './citation.js';

const cited: Cited = {
  version: '0.1.0',
  catalog: { version: '2', hash: '0123456789abcdef', overlays: ['shanxi'] },
  title: 'Cities & rank_1',
  data: [
    { title: 'Census 2010', licence: 'MIT' },
    { title: 'Census 2020', licence: 'CC-BY-4.0' },
  ],
  address: 'http://host/?index=people_work&lang=en',
  accessed: '2026-11-22',
};

describe('citationLine', () => {
  it('names program, catalog, view, data with licences, address and day in either language', () => {
    expect(citationLine(cited, 'en')).toBe(
      'afterlode 0.1.0, catalog 2 (01234567) + shanxi, "Cities & rank_1". Data: Census 2010 (MIT); ' +
        'Census 2020 (CC-BY-4.0). http://host/?index=people_work&lang=en, accessed 2026-11-22.',
    );
    expect(citationLine(cited, 'zh')).toBe(
      'afterlode 0.1.0，目录 2 (01234567) + shanxi，“Cities & rank_1”。数据：Census 2010（MIT）；' +
        'Census 2020（CC-BY-4.0）。http://host/?index=people_work&lang=en，访问日期 2026-11-22。',
    );
  });

  it('says in words when the data is no table of the pack', () => {
    expect(citationLine({ ...cited, data: 'a made example' }, 'en')).toContain('Data: a made example. http');
  });
});

describe('bibTex', () => {
  it('escapes what BibTeX would read as a command, but not the address', () => {
    const entry = bibTex(cited, 'en');
    expect(entry).toMatch(/^@misc\{afterlode-01234567-20261122,\n/);
    expect(entry).toContain('title = {{Cities \\& rank\\_1}}');
    expect(entry).toContain('url = {http://host/?index=people_work&lang=en}');
    expect(entry.match(/\{/g)).toHaveLength(entry.match(/\}/g)?.length ?? 0);
  });
});
