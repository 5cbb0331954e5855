import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { writeTogether } from './together.js';
import { writeAtomically } from './write.js';

const base = mkdtempSync(join(tmpdir(), 'afterlode-together-'));
afterAll(() => rmSync(base, { recursive: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(base, 'a'));
});

const both = (text: string) => async (into: string) => {
  await writeAtomically(join(into, 'one.txt'), text);
  await writeAtomically(join(into, 'two.txt'), text);
  return text;
};
const now = () => readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);

describe('files that belong together', () => {
  it('appear when the last is written, over those of an earlier run', async () => {
    const deep = join(base, 'new', 'folder');
    expect(await writeTogether(deep, both('first'))).toBe('first');
    expect(readdirSync(deep)).toEqual(['one.txt', 'two.txt']);
    await writeTogether(folder, both('first'));
    writeFileSync(join(folder, 'other.txt'), 'mine');
    await writeTogether(folder, both('second'));
    expect(now()).toEqual(['one.txt second', 'other.txt mine', 'two.txt second']);
  });

  it('take former ones away that are not written anew, and only when the last is written', async () => {
    for (const name of ['one.txt', 'old.txt', 'other.txt']) writeFileSync(join(folder, name), 'mine');
    const former = ['one.txt', 'old.txt'];
    const fault = new Error('in between');
    await expect(writeTogether(folder, () => Promise.reject(fault), former)).rejects.toBe(fault);
    expect(now()).toEqual(['old.txt mine', 'one.txt mine', 'other.txt mine']);
    await writeTogether(folder, both('second'), former);
    expect(now()).toEqual(['one.txt second', 'other.txt mine', 'two.txt second']);
  });

  it('leave the earlier ones as they were when one fails', async () => {
    await writeTogether(folder, both('first'));
    const fault = new Error('in between');
    await expect(
      writeTogether(folder, async (into) => {
        await writeAtomically(join(into, 'one.txt'), 'second');
        throw fault;
      }),
    ).rejects.toBe(fault);
    expect(now()).toEqual(['one.txt first', 'two.txt first']);
  });

  it('are refused where a folder is in the way of one, which is named', async () => {
    mkdirSync(join(folder, 'two.txt', 'inside'), { recursive: true });
    await expect(writeTogether(folder, both('first'))).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
      where: join(folder, 'two.txt'),
    });
    expect(readdirSync(folder)).toEqual(['two.txt']);
  });

  it('name the place of a file in faults, not where it was written meanwhile', async () => {
    const error: unknown = await writeTogether(folder, async (into) => {
      mkdirSync(join(into, 'taken', 'inside'), { recursive: true });
      await writeAtomically(join(into, 'taken'), 'x');
    }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(AfterlodeError);
    expect((error as AfterlodeError).where).toBe(join(folder, 'taken'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('take away what a killed run left, and nothing of a run that goes on or of another computer', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    // A process that has ended.
    const ended = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    const left = [
      `.${hostname()}~${ended}~${id}.part`,
      `.${hostname()}~${process.ppid}~${id}.part`,
      `.elsewhere~${ended}~${id}.part`,
    ];
    for (const name of left) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'one.txt'), 'part');
    }
    await writeTogether(folder, both('first'));
    expect(readdirSync(folder).toSorted()).toEqual([left[1], left[2], 'one.txt', 'two.txt'].toSorted());
  });
});
