import { describe, expect, it } from 'vitest';
import { nestsDeeper, shownJson } from './shown-json.js';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a value in a message', () => {
  it('is cut, and never breaks the message', () => {
    expect(shownJson({ a: 1 })).toBe('{"a":1}');
    expect(shownJson('abcdef', 4)).toBe('"abc');
    expect(shownJson(undefined)).toBe('null');
    expect(shownJson(JSON.parse(deep(100_000)))).toBe('…');
  });
});

describe('the depth of a JSON text', () => {
  it('counts brackets, not those of its strings', () => {
    expect(nestsDeeper(deep(3), 3)).toBe(false);
    expect(nestsDeeper(deep(4), 3)).toBe(true);
    expect(nestsDeeper('[[1],[2],[3],{"a":[]}]', 3)).toBe(false);
    expect(nestsDeeper('{"[[[[":"[[\\"[[[","b":"\\\\"}', 1)).toBe(false);
    // The string ends before the brackets: its last character is a backslash that is escaped.
    expect(nestsDeeper('{"a":"\\\\","b":[[]]}', 2)).toBe(true);
  });
});
