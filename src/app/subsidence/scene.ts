import { AfterlodeError } from '../../base/index.js';
import type { Corrections, TileEngine } from '../../jobs/index.js';
import type { Plane } from '../../locate/index.js';
import type { SubsidenceOptions } from './call.js';
import type { OpenStack } from './stack.js';

/** What only the whole scene can say of its pairs. */
export interface SceneFacts {
  readonly corrections: Corrections;
  /** Median of each pair after its correction, mm; null where nothing asks for it. */
  readonly medians: readonly number[] | null;
}

/** Coherence above it cannot be a share. */
const highestShare = 1;
/** LiCSAR writes coherence as bytes. */
const bytesOfCoherence = 255;

/**
 * Looks at each pair as a whole where that is needed: for a plane, for an automatic reference, and for the scale of coherence,
 * which a window alone cannot tell. One pair is in memory at a time.
 *
 * @throws AfterlodeError DISPLACEMENT_EMPTY for a pair without any value, and the faults of `TileEngine`
 */
export async function sceneFacts(
  open: OpenStack,
  options: SubsidenceOptions,
  engine: TileEngine,
): Promise<SceneFacts> {
  const plane = options.ramp === 'plane';
  const median = options.reference.kind === 'auto';
  const coherent = open.files.coherences !== null;
  if (!plane && !median && !coherent)
    return { corrections: { planes: null, coherenceScales: null }, medians: null };
  const count = open.files.phases.length;
  const planes: (Plane | null)[] = Array.from({ length: count }, () => null);
  const medians = Array.from({ length: count }, () => 0);
  const coherenceScales = Array.from({ length: count }, () => 1);
  const empty: number[] = [];
  await engine.run(
    { work: 'pair', stack: open.files, plane, median },
    Array.from({ length: count }, (_, pair) => ({ pair })),
    open,
    (pair, { facts }) => {
      const { a, b, c } = facts;
      if (typeof a === 'number') planes[pair] = [a, b as number, c as number];
      if (facts.values === 0) empty.push(pair);
      medians[pair] = facts.median ?? 0;
      if ((facts.highestCoherence ?? 0) > highestShare) coherenceScales[pair] = bytesOfCoherence;
    },
  );
  const first = empty.toSorted((one, other) => one - other)[0];
  if (first !== undefined) throw new AfterlodeError('DISPLACEMENT_EMPTY', open.names[first] as string);
  return {
    corrections: { planes: plane ? planes : null, coherenceScales: coherent ? coherenceScales : null },
    medians: median ? medians : null,
  };
}
