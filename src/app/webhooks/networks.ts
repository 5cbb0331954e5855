import { BlockList, isIP } from 'node:net';
import { AfterlodeError } from '../../base/index.js';

/**
 * IPv4 that is not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry and multicast. Of IPv6 only
 * what is given out to the public (2000::/3) is, less what there leads back into IPv4 or is meant for examples.
 */
const inside4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const public6 = ['2000::/3'];
const inside6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const hidden = networkList([...inside4, ...inside6]);
const given6 = networkList(public6);

/** Which addresses webhooks may be sent to. */
export interface Reach {
  /** Whether a numeric address may be reached; `plain`: without TLS. */
  readonly allows: (address: string, plain: boolean) => boolean;
  /** Whether plain http may be asked for at all. */
  readonly knowsPlain: boolean;
}

/**
 * The public internet by https, and the networks that the operator names also by plain http.
 *
 * @param networks CIDR, such as `10.1.0.0/16`
 * @throws AfterlodeError CALL_OPTION
 */
export function reachOfWebhooks(networks: readonly string[]): Reach {
  const named = networkList(networks);
  const lies = (list: BlockList, address: string) =>
    list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return {
    knowsPlain: networks.length > 0,
    allows(address, plain) {
      if (isIP(address) === 0) return false;
      if (lies(named, address)) return true;
      if (plain || lies(hidden, address)) return false;
      return isIP(address) === 4 || lies(given6, address);
    },
  };
}

function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = '', more] = network.split('/');
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const isNetwork = isIP(address) !== 0 && more === undefined && /^\d{1,3}$/.test(bits);
    if (!isNetwork || Number(bits) > (kind === 'ipv6' ? 128 : 32))
      throw new AfterlodeError('CALL_OPTION', '--webhook-networks', {
        found: network,
        expected: { en: 'networks such as 10.1.0.0/16', zh: '网段，如 10.1.0.0/16' },
      });
    list.addSubnet(address, Number(bits), kind);
  }
  return list;
}
