import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Text } from '../base/index.js';
import {
  type AuditEvent,
  type AuditHead,
  chainEvent,
  formatHead,
  parseHead,
  verifyChain,
} from './audit-chain.js';

const entry = {
  at: '2026-03-01T08:00:00.000Z',
  by: '李',
  action: 'account.bind',
  target: 'account/li',
  old: null,
  new: { role: 'reader', area: 'all' },
  why: 'new in office',
};

function chainOf(count: number): AuditEvent[] {
  const lines: AuditEvent[] = [];
  for (let at = 0; at < count; at += 1)
    lines.push(chainEvent({ ...entry, new: at }, (lines.at(-1) ?? null) as AuditHead | null));
  return lines;
}

describe('the audit chain', () => {
  it('hashes the line before and all that it says, keys in order', () => {
    const line = chainEvent(entry, null);
    const said =
      '{"action":"account.bind","at":"2026-03-01T08:00:00.000Z","by":"李","new":"{\\"area\\":\\"all\\",\\"role\\":\\"reader\\"}",' +
      '"number":1,"old":"null","previous":"","target":"account/li","why":"new in office"}';
    expect(line.hash).toBe(sha256Text(said));
    expect(chainEvent(entry, line)).toMatchObject({ number: 2, previous: line.hash });
  });

  it('is whole as it was made, empty too', async () => {
    const lines = chainOf(5);
    const head = { number: 5, hash: lines[4]?.hash ?? '' };
    expect(await verifyChain(lines)).toEqual({ whole: true, events: 5, head });
    expect(await verifyChain(lines, head)).toMatchObject({ whole: true });
    expect(await verifyChain([])).toEqual({ whole: true, events: 0, head: null });
  });

  it('shows any field of any line that is changed', async () => {
    const lines = chainOf(4);
    const fields = ['previous', 'hash', 'at', 'by', 'action', 'target', 'old', 'new', 'why'] as const;
    for (const [at, line] of lines.entries()) {
      for (const field of fields) {
        const changed = lines.with(at, { ...line, [field]: `${line[field]} ` });
        expect(await verifyChain(changed)).toEqual({ whole: false, number: at + 1, fault: 'changed' });
      }
    }
  });

  it('shows lines that are taken out, put twice or moved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(5), async (one, other) => {
        const lines = chainOf(6);
        const [moved] = lines.splice(one, 1) as [AuditEvent];
        if (one < 5) expect(await verifyChain(lines)).toMatchObject({ whole: false, number: one + 1 });
        lines.splice(other, 0, moved);
        const first = Math.min(one, other) + 1;
        if (one !== other) expect(await verifyChain(lines)).toMatchObject({ whole: false, number: first });
        lines.splice(other, 0, moved);
        expect(await verifyChain(lines)).toMatchObject({ whole: false });
      }),
      { seed: 8 },
    );
  });

  it('needs a published head to show that the end is gone or all was made anew', async () => {
    const lines = chainOf(6);
    const head = lines[3] as AuditEvent;
    expect(await verifyChain(lines.slice(0, 3))).toMatchObject({ whole: true });
    expect(await verifyChain(lines.slice(0, 3), head)).toEqual({ whole: false, number: 4, fault: 'anchor' });
    const anew = lines.reduce<AuditEvent[]>(
      (made, line) => [...made, chainEvent({ ...entry, new: line.number }, made.at(-1) ?? null)],
      [],
    );
    expect(await verifyChain(anew)).toMatchObject({ whole: true });
    expect(await verifyChain(anew, head)).toEqual({ whole: false, number: 4, fault: 'anchor' });
  });

  it('is not broken by texts that a database would store otherwise', async () => {
    const odd = chainEvent({ ...entry, by: 'a\0b', target: '\ud800x', why: '\udfff', new: '\0\ud800' }, null);
    expect([odd.by, odd.target, odd.why]).toEqual(['a\ufffdb', '\ufffdx', '\ufffd']);
    expect(odd.new).toBe('"\\u0000\\ud800"');
    expect(await verifyChain([odd])).toMatchObject({ whole: true });
  });

  it('has heads that can be printed and read', () => {
    const head = { number: 12, hash: 'a'.repeat(64) };
    expect(parseHead(` ${formatHead(head)}\n`)).toEqual(head);
    for (const wrong of ['', '12', `0:${head.hash}`, `12:${head.hash}0`, `x:${head.hash}`]) {
      expect(parseHead(wrong)).toBeNull();
    }
  });
});
