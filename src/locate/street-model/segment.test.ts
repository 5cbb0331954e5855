import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { classShares, streetClasses, streetNetwork } from './segment.js';
import { madeTensors } from './testing/made-tensors.js';
import { plainEspnet } from './testing/plain-espnet.js';

const sides = { width: 64, height: 16 } as const;
const random = seededRandom(5);
const pixels = Uint8Array.from({ length: 3 * 64 * 16 }, () => Math.floor(random() * 256));
const means = [72.3923111, 82.90893555, 73.15840149];
const deviations = [45.3192215, 46.15289307, 44.91483307];

/** Blue, green, red, as the weights were trained. */
const planes = means.map((mean, colour) =>
  Float64Array.from({ length: 64 * 16 }, (_, at) => {
    return ((pixels[3 * at + 2 - colour] as number) - mean) / (deviations[colour] as number) / 255;
  }),
);

describe('the street network', () => {
  const tensors = madeTensors(2);
  const network = streetNetwork(tensors, 'made', sides);
  const { labels } = network.segment({ ...sides, pixels });
  const plain = plainEspnet(tensors, { ...sides, planes });

  it('gives the logits of plain loops at every pixel', () => {
    let largest = 0;
    let size = 0;
    for (let row = 0; row < 16; row++)
      for (let column = 0; column < 64; column++)
        for (const [one, logit] of network.logitsAt(row, column).entries()) {
          const wanted = plain.planes[one]?.[row * 64 + column] as number;
          size = Math.max(size, Math.abs(wanted));
          largest = Math.max(largest, Math.abs(logit - wanted));
        }
    expect(size).toBeGreaterThan(0.1);
    expect(largest).toBeLessThan(1e-5 * Math.max(1, size));
  });

  it('labels each pixel with its largest logit', () => {
    for (const at of [0, 1, 64, 65, 500, 777, 1023]) {
      const logits = plain.planes.map((plane) => plane[at] as number);
      expect(labels[at]).toBe(logits.indexOf(Math.max(...logits)));
    }
  });

  it('says of two pictures in turn what it says of each alone', () => {
    const other = network.segment({ ...sides, pixels: pixels.map((value) => 255 - value) });
    expect(other.labels).not.toEqual(labels);
    expect(network.segment({ ...sides, pixels }).labels).toEqual(labels);
  });

  it('brings pictures of other sides to its own', () => {
    const doubled = new Uint8Array(4 * pixels.length);
    for (let at = 0; at < 4 * 64 * 16; at++) {
      const [row, column] = [Math.floor(at / 128), at % 128];
      const from = (row >> 1) * 64 + (column >> 1);
      doubled.set(pixels.subarray(3 * from, 3 * from + 3), 3 * at);
    }
    expect(network.segment({ width: 128, height: 32, pixels: doubled }).labels).toEqual(labels);
  });

  it('gives shares of classes that sum to 1', () => {
    const shares = classShares({ ...sides, labels });
    expect(shares.length).toBe(streetClasses.length);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[labels[0] as number]).toBeGreaterThan(0);
  });
});
