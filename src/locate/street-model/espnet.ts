import { type Arena, createArena, type Planes, planesFrom } from './arena.js';
import {
  activation,
  convolution,
  copying,
  halves,
  type Norm,
  pooling,
  type Step,
  spreadWeights,
  squareTaps,
  strideTaps,
  together,
  withoutTraces,
} from './layers.js';
import { type Tensor, tensorNamed } from './tensors.js';

/** Sides of the pictures that a network is laid out for: width a multiple of 64, height of 8. */
export interface Sides {
  readonly height: number;
  readonly width: number;
}

/** A network laid out in memory of its own; one picture at a time. */
export interface LaidOut {
  /** Three planes, blue, green, red, of numbers as the network was trained with. */
  readonly input: Planes;
  /** Of a quarter of the sides' area: channel 4 · class + 2 · (row % 2) + column % 2. */
  readonly output: Planes;
  readonly run: Step;
  readonly numbers: () => Float32Array;
}

/** Classes that the network tells apart. */
export const espnetClasses = 20;

/** What the parts of the network share while it is laid out. */
interface Building {
  readonly arena: Arena;
  readonly tensor: (name: string, ...shape: number[]) => Float32Array;
  readonly steps: Step[];
}

const dilations = [1, 2, 4, 8, 16] as const;

/**
 * Lays out ESPNet (Mehta et al. 2018, arXiv 1803.06815; p = 2, q = 8, with decoder) with trained weights.
 *
 * @param where file of the weights, for messages
 * @throws AfterlodeError STREET_WEIGHTS where a tensor is absent or of another shape
 */
export function layOutEspnet(
  tensors: ReadonlyMap<string, Tensor>,
  { height, width }: Sides,
  where: string,
): LaidOut {
  const arena = createArena();
  const building: Building = {
    arena,
    tensor: (name, ...shape) => tensorNamed(tensors, name, shape, where),
    steps: [],
  };
  const { steps } = building;
  const at = (channels: number, part: number, edge = 0) =>
    arena.take(channels, height / part, width / part, edge);
  const input = at(3, 1);
  // Joined planes lie in one piece, so that nothing is copied to join them.
  const first = at(19, 2);
  const level1 = planesFrom(first, 0, 16);
  const pooled1 = planesFrom(first, 16, 3);
  striding(building, 'encoder.level1.conv', input, level1);
  norming(building, 'encoder.level1', level1, level1);
  steps.push(pooling(arena, input, pooled1));
  const b1 = at(19, 2);
  norming(building, 'encoder.b1', first, b1);

  const second = at(131, 4);
  downSampling(building, 'encoder.level2_0', b1, planesFrom(second, 64, 64));
  const between = at(64, 4);
  plainBlock(building, 'encoder.level2.0', planesFrom(second, 64, 64), between, true);
  plainBlock(building, 'encoder.level2.1', between, planesFrom(second, 0, 64), true);
  steps.push(pooling(arena, pooled1, planesFrom(second, 128, 3)));
  const b2 = at(131, 4);
  norming(building, 'encoder.b2', second, b2);

  const third = at(256, 8);
  downSampling(building, 'encoder.level3_0', b2, planesFrom(third, 0, 128));
  const turns = [at(128, 8), at(128, 8)] as const;
  let from = planesFrom(third, 0, 128);
  for (let block = 0; block < 8; block++) {
    const to = block === 7 ? planesFrom(third, 128, 128) : (turns[block % 2] as Planes);
    plainBlock(building, `encoder.level3.${block}`, from, to, true);
    from = to;
  }
  const b3 = at(256, 8);
  norming(building, 'encoder.b3', third, b3);
  const coarse = at(20, 8);
  point(building, 'encoder.classifier.conv', b3, coarse);

  const joined = at(40, 4);
  normOnly(building, 'br', coarse);
  point(building, 'level3_C.conv', b2, planesFrom(joined, 0, 20));
  spreading(building, 'up_l3.0', coarse, planesFrom(joined, 20, 20));
  norming(building, 'combine_l2_l3.0', joined, joined);
  const combined = at(20, 4);
  plainBlock(building, 'combine_l2_l3.1', joined, combined, false);

  const fine = at(36, 2, 1);
  spreading(building, 'up_l2.0', combined, planesFrom(fine, 0, 20));
  norming(building, 'up_l2.1', planesFrom(fine, 0, 20), planesFrom(fine, 0, 20));
  steps.push(copying(arena, level1, planesFrom(fine, 20, 16)));
  const last = at(20, 2);
  const weights = building.tensor('conv.conv.weight', 20, 36, 3, 3);
  steps.push(convolution(arena, { input: fine, output: last, taps: squareTaps(36, 3), weights }));
  norming(building, 'conv', last, last);
  const output = at(4 * espnetClasses, 2);
  spread(building, 'classifier', last, output);
  return {
    input,
    output,
    run: () => {
      for (const step of steps) step();
    },
    numbers: arena.numbers,
  };
}

/** 3 × 3 with stride 2. */
function striding({ arena, tensor, steps }: Building, name: string, input: Planes, output: Planes): void {
  const split = arena.take(4 * input.channels, input.height / 2, input.width / 2, 1);
  const weights = tensor(`${name}.weight`, output.channels, input.channels, 3, 3);
  steps.push(halves(arena, input, split));
  steps.push(convolution(arena, { input: split, output, taps: strideTaps(input.channels), weights }));
}

/** 1 × 1. */
function point({ arena, tensor, steps }: Building, name: string, input: Planes, output: Planes): void {
  const weights = tensor(`${name}.weight`, output.channels, input.channels, 1, 1);
  steps.push(convolution(arena, { input, output, taps: squareTaps(input.channels, 1), weights }));
}

/** Transposed 2 × 2 with stride 2, in quarters. */
function spread({ arena, tensor, steps }: Building, name: string, input: Planes, output: Planes): void {
  const outputs = output.channels / 4;
  const values = tensor(`${name}.weight`, input.channels, outputs, 2, 2);
  const weights = spreadWeights(values, input.channels, outputs);
  steps.push(convolution(arena, { input, output, taps: squareTaps(input.channels, 1), weights }));
}

/** Transposed 2 × 2 with stride 2. */
function spreading(building: Building, name: string, input: Planes, output: Planes): void {
  const quarters = building.arena.take(4 * output.channels, input.height, input.width);
  spread(building, name, input, quarters);
  building.steps.push(together(building.arena, quarters, output));
}

function norming(building: Building, name: string, input: Planes, output: Planes, plus?: Planes): void {
  const norm = normOf(building, `${name}.bn`, building.tensor(`${name}.act.weight`, input.channels));
  building.steps.push(activation(building.arena, input, output, norm, plus));
}

/** A batch norm that nothing follows. */
function normOnly(building: Building, name: string, planes: Planes): void {
  const norm = normOf(building, name, new Float32Array(planes.channels).fill(1));
  building.steps.push(activation(building.arena, planes, planes, norm));
}

function normOf({ tensor }: Building, name: string, slope: Float32Array): Norm {
  const of = (part: string) => tensor(`${name}.${part}`, slope.length);
  const [weight, bias, mean, variance] = [of('weight'), of('bias'), of('running_mean'), of('running_var')];
  // In steps of single precision as in the reference: of two classes that are all but equal, a last bit decides.
  const scale = Float32Array.from(
    weight,
    (one, at) => one * Math.fround(1 / Math.fround(Math.sqrt(Math.fround((variance[at] as number) + 1e-3)))),
  );
  const shift = Float32Array.from(
    bias,
    (one, at) => one - Math.fround((mean[at] as number) * (scale[at] as number)),
  );
  return {
    scale: scale.map(withoutTraces),
    shift: shift.map(withoutTraces),
    slope: slope.map(withoutTraces),
  };
}

/** Reduce with stride 2, five dilated branches, batch norm and PReLU. */
function downSampling(building: Building, name: string, input: Planes, output: Planes): void {
  const reduced = reducedPlanes(building, output);
  striding(building, `${name}.c1.conv`, input, reduced);
  const branched = branches(building, name, reduced, output);
  norming(building, name, branched, output);
}

/** Reduce, five dilated branches, the input added where the block keeps its number of channels, batch norm and PReLU. */
function plainBlock(
  building: Building,
  name: string,
  input: Planes,
  output: Planes,
  addInput: boolean,
): void {
  const reduced = reducedPlanes(building, output);
  point(building, `${name}.c1.conv`, input, reduced);
  const branched = branches(building, name, reduced, output);
  norming(building, `${name}.bn`, branched, output, addInput ? input : undefined);
}

function reducedPlanes({ arena }: Building, { channels, height, width }: Planes): Planes {
  return arena.take(Math.floor(channels / 5), height, width, dilations.at(-1) as number);
}

/** Branches of growing dilation, each but the first two added to the one before, which takes the grid out of the picture. */
function branches({ arena, tensor, steps }: Building, name: string, reduced: Planes, output: Planes): Planes {
  const n = reduced.channels;
  const wide = output.channels - 4 * n;
  const joined = arena.take(output.channels, output.height, output.width);
  for (const [at, dilation] of dilations.entries()) {
    const own = at === 0 ? planesFrom(joined, 0, wide) : planesFrom(joined, wide + (at - 1) * n, n);
    const before = at < 2 ? {} : { plus: planesFrom(joined, wide + (at - 2) * n, n) };
    const taps = squareTaps(n, 3, dilation);
    const weights = tensor(`${name}.d${dilation}.conv.weight`, own.channels, n, 3, 3);
    steps.push(convolution(arena, { input: reduced, output: own, taps, weights, ...before }));
  }
  return joined;
}
