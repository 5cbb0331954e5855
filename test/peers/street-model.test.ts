import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/files/index.js';
import { classShares, readTensors, streetClasses, streetNetwork } from '../../src/locate/index.js';

/** Labels and logits of ESPNet as PyTorch gave them, with the authors' weights (../shared/data/spatial/streetview). */

const shared = process.env.AFTERLODE_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const folder = join(shared, 'data', 'spatial', 'streetview', 'espnet');
const file = `${folder}/espnet_p_2_q_8.safetensors`;
const network = streetNetwork(readTensors(readFileSync(file), file), file);
const names = readdirSync(`${folder}/input`).map((name) => name.replace('.png', ''));

describe('ESPNet with the weights of its authors', () => {
  it.each(names)('gives the labels and logits of PyTorch: %s', async (name) => {
    const { labels } = network.segment(await readPicture(`${folder}/input/${name}.png`));
    const { pixels } = await readPicture(`${folder}/labels/${name}.png`);
    const expected = labels.map((_, at) => pixels[3 * at] as number);
    expect(labels.filter((label, at) => label !== expected[at]).length).toBe(0);

    const stored = JSON.parse(readFileSync(`${folder}/labels/${name}_logits_stride32.json`, 'utf8')) as {
      logits: readonly number[];
    };
    let largest = 0;
    for (let row = 0; row < 16; row++)
      for (let column = 0; column < 32; column++) {
        const logits = network.logitsAt(32 * row, 32 * column);
        for (const [one, logit] of logits.entries()) {
          const wanted = stored.logits[(one * 16 + row) * 32 + column] as number;
          largest = Math.max(largest, Math.abs(logit - wanted));
        }
      }
    expect(largest).toBeLessThan(1e-4);
  });

  it('gives shares of classes near those of the full pictures, from the smaller JPEGs', async () => {
    const counts = JSON.parse(readFileSync(`${folder}/class_counts.json`, 'utf8')) as Record<
      string,
      number[]
    >;
    const [name = ''] = names;
    const shares = classShares(network.segment(await readPicture(`${folder}/../images/${name}.jpg`)));
    const total = (counts[name] as number[]).reduce((sum, one) => sum + one, 0);
    for (const one of ['road', 'vegetation', 'sky', 'building'] as const) {
      const at = streetClasses.indexOf(one);
      expect(shares[at]).toBeCloseTo(((counts[name] as number[])[at] as number) / total, 1);
    }
  });
});
