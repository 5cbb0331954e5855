import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { parseYaml } from './yaml.js';

function refused(text: string): string {
  try {
    parseYaml(text, 'a.yaml');
    return 'nothing';
  } catch (error) {
    return error instanceof AfterlodeError ? `${error.code} ${error.where}` : String(error);
  }
}

describe('a text in YAML', () => {
  it('is plain values, aliases included', () => {
    expect(parseYaml('a: &x [1]\nb: *x\n', 'a.yaml')).toEqual({ a: [1], b: [1] });
  });

  it('is refused with its line, and where it has no end', () => {
    expect(refused('a: 1\nb: [')).toBe('FILE_FORMAT a.yaml, line 2');
    expect(refused('a: &a [*a]')).toBe('FILE_FORMAT a.yaml');
    const lists = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(refused(lists)).toMatch(/^FILE_FORMAT a.yaml/);
    const bomb = 'b c d e f g h i j'
      .split(' ')
      .map((one, at) => `${one}: &${one} [${`*${'abcdefghi'[at]},`.repeat(9)}]`);
    expect(refused(`a: &a [x]\n${bomb.join('\n')}`)).toBe('FILE_FORMAT a.yaml');
  });
});
