import { describe, expect, it } from 'vitest';
import { reachOfWebhooks } from './networks.js';

describe('addresses that webhooks may reach', () => {
  const open = reachOfWebhooks([]);
  const house = reachOfWebhooks(['10.1.0.0/16', 'fd00::/8']);

  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1'])('%s is public', (address) => {
    expect([open.allows(address, false), open.allows(address, true)]).toEqual([true, false]);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(open.allows(address, false)).toBe(false);
  });

  it('are those of a network that the operator names too, over plain http as well', () => {
    expect(house.allows('10.1.255.1', true)).toBe(true);
    expect(house.allows('fd12::1', true)).toBe(true);
    expect([house.allows('10.2.0.1', false), house.allows('127.0.0.1', false)]).toEqual([false, false]);
    expect([open.knowsPlain, house.knowsPlain]).toEqual([false, true]);
  });

  it.each(['10.1.0.0', '10.1.0.0/33', '10.1.0.0/16/2', 'house/8', '10.1.0.0/x', ''])(
    'are not told by %j',
    (network) => {
      expect(() => reachOfWebhooks([network])).toThrow(expect.objectContaining({ code: 'CALL_OPTION' }));
    },
  );
});
