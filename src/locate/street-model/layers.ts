import type { Arena, Planes } from './arena.js';
import { mostChannels, pixelsPerGroup, type SumRow } from './kernels.js';

/** A step of a network whose places in the memory are settled. */
export type Step = () => void;

/** Where a tap of a convolution looks: plane, rows down and pixels to the right of the pixel that is made. */
export interface Tap {
  readonly plane: number;
  readonly down: number;
  readonly right: number;
  /** Place of its weight among those of an output channel. */
  readonly weight: number;
}

/**
 * Taps of a square kernel around its middle, place by place and at each place channel by channel: sums in the order of the
 * reference, as of two classes that are all but equal a last bit decides.
 */
export function squareTaps(channels: number, side: 1 | 3, dilation = 1): readonly Tap[] {
  const reach = (side - 1) / 2;
  return Array.from({ length: channels * side * side }, (_, at) => {
    const [place, plane] = [Math.floor(at / channels), at % channels];
    return {
      plane,
      down: dilation * (Math.floor(place / side) - reach),
      right: dilation * ((place % side) - reach),
      weight: plane * side * side + place,
    };
  });
}

/** A convolution that is laid out for an input and an output. */
export interface Convolution {
  readonly input: Planes;
  readonly output: Planes;
  readonly taps: readonly Tap[];
  /** `[output channel][input channel][row][column]`. */
  readonly weights: ArrayLike<number>;
  /** Planes of the shape of the output that are added. */
  readonly plus?: Planes;
}

/**
 * Lays out a convolution without bias: out[o](y, x) = Σ weight[o][tap] · in[tap.plane](y + tap.down, x + tap.right) + plus[o](y, x).
 *
 * Rows are made one after another, all channels of a row before the next, so that the rows that they share stay in the cache.
 */
export function convolution(arena: Arena, { input, output, taps, weights, plus }: Convolution): Step {
  const blocks = blocksOf(output.channels).map(({ first, channels }) => {
    // Trained networks have dead channels; the first tap stays, as a sum of nothing is no form of the kernel.
    const living: Tap[] = [];
    const packed = new Float32Array(taps.length * channels);
    for (const [at, tap] of taps.entries()) {
      let alive = at === 0;
      for (let channel = 0; channel < channels; channel++) {
        const weight = withoutTraces(weights[(first + channel) * taps.length + tap.weight] as number);
        packed[living.length * channels + channel] = weight;
        alive ||= weight !== 0;
      }
      if (alive) living.push(tap);
    }
    return {
      first,
      run: arena.kernels.sumRow[channels - 1] as SumRow,
      taps: living.length,
      weights: arena.keep(packed.subarray(0, living.length * channels)),
      offsets: arena.keepWhole(
        living.map(({ plane, down, right }) => plane * input.plane + down * input.row + 4 * right),
      ),
    };
  });
  const groups = output.width / pixelsPerGroup;
  return () => {
    for (let row = 0; row < output.height; row++)
      for (const { first, run, ...block } of blocks)
        run(
          input.at + row * input.row,
          block.offsets,
          block.taps,
          block.weights,
          output.at + first * output.plane + row * output.row,
          output.plane,
          plus === undefined ? 0 : plus.at + first * plus.plane + row * plus.row,
          plus === undefined ? 0 : plus.plane,
          groups,
        );
  };
}

/**
 * A number of a network, 0 where it is a trace that training left: products of such numbers with another one are too small for
 * single precision, and processors take a hundred times longer for them.
 */
export function withoutTraces(value: number): number {
  return Math.abs(value) < 1e-20 ? 0 : value;
}

/** Output channels in blocks of equal size as near as can be, none larger than the kernels take. */
function blocksOf(channels: number): readonly { readonly first: number; readonly channels: number }[] {
  const count = Math.ceil(channels / mostChannels);
  return Array.from({ length: count }, (_, block) => {
    const first = Math.floor((block * channels) / count);
    return { first, channels: Math.floor(((block + 1) * channels) / count) - first };
  });
}

/** Numbers of a batch norm with the slopes of what follows it, by channel. */
export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  /** Of the PReLU; 1 where nothing follows. */
  readonly slope: ArrayLike<number>;
}

/** out = prelu(scale · (in + plus) + shift), by channel; the output may be the input. */
export function activation(arena: Arena, input: Planes, output: Planes, norm: Norm, plus?: Planes): Step {
  const { activate } = arena.kernels;
  const groups = input.width / 4;
  // A group of zeros for each of a row stands for what is not added.
  const zeros = plus === undefined ? arena.take(1, 1, input.width).at : 0;
  const whole = input.row === 4 * input.width && output.row === input.row && plus?.row === input.row;
  return () => {
    for (let channel = 0; channel < input.channels; channel++) {
      const from = input.at + channel * input.plane;
      const to = output.at + channel * output.plane;
      const added = plus === undefined ? zeros : plus.at + channel * plus.plane;
      const numbers = [
        norm.scale[channel] as number,
        norm.shift[channel] as number,
        norm.slope[channel] as number,
      ] as const;
      if (whole) {
        activate(from, added, to, groups * input.height, ...numbers);
        continue;
      }
      for (let row = 0; row < input.height; row++) {
        const above = plus === undefined ? zeros : added + row * plus.row;
        activate(from + row * input.row, above, to + row * output.row, groups, ...numbers);
      }
    }
  };
}

/**
 * The four halves of planes, by even and odd rows and columns, so that a convolution with stride 2 runs as one without: plane
 * 4 · channel + 2 · (row % 2) + column % 2.
 */
export function halves(arena: Arena, input: Planes, output: Planes): Step {
  return () => {
    const numbers = arena.numbers();
    for (let channel = 0; channel < input.channels; channel++)
      for (let row = 0; row < input.height; row++) {
        let from = (input.at + channel * input.plane + row * input.row) / 4;
        const plane = output.at + (4 * channel + 2 * (row % 2)) * output.plane + (row >> 1) * output.row;
        let even = plane / 4;
        let odd = even + output.plane / 4;
        for (let pair = 0; pair < output.width; pair++) {
          numbers[even++] = numbers[from++] as number;
          numbers[odd++] = numbers[from++] as number;
        }
      }
  };
}

/** Taps of a 3 × 3 kernel with stride 2 and padding 1 on planes made by `halves`: −1 is the odd half of the row before. */
export function strideTaps(channels: number): readonly Tap[] {
  return squareTaps(channels, 3).map(({ plane, down, right, weight }) => ({
    weight,
    plane: 4 * plane + (down === 0 ? 0 : 2) + (right === 0 ? 0 : 1),
    down: down === -1 ? -1 : 0,
    right: right === -1 ? -1 : 0,
  }));
}

/** Mean of 3 × 3 pixels around every second one; pixels past the edge count as 0. */
export function pooling(arena: Arena, input: Planes, output: Planes): Step {
  return () => {
    const numbers = arena.numbers();
    for (let channel = 0; channel < input.channels; channel++)
      for (let row = 0; row < output.height; row++) {
        const to = (output.at + channel * output.plane + row * output.row) / 4;
        for (let column = 0; column < output.width; column++) {
          let sum = 0;
          for (let y = 2 * row - 1; y <= 2 * row + 1; y++) {
            if (y < 0 || y >= input.height) continue;
            const from = (input.at + channel * input.plane + y * input.row) / 4;
            for (let x = 2 * column - 1; x <= 2 * column + 1; x++)
              if (x >= 0 && x < input.width) sum += numbers[from + x] as number;
          }
          numbers[to + column] = sum / 9;
        }
      }
  };
}

/** Weights of a transposed 2 × 2 convolution with stride 2 as those of four 1 × 1 ones: channel 4 · o + 2 · down + right. */
export function spreadWeights(values: Float32Array, inputs: number, outputs: number): Float32Array {
  const spread = new Float32Array(values.length);
  for (let from = 0; from < inputs; from++)
    for (let to = 0; to < 4 * outputs; to++)
      spread[to * inputs + from] = values[from * 4 * outputs + to] as number;
  return spread;
}

/** Puts planes that were made by `spreadWeights` together: twice as high and wide. */
export function together(arena: Arena, input: Planes, output: Planes): Step {
  return () => {
    const numbers = arena.numbers();
    for (let channel = 0; channel < output.channels; channel++)
      for (let row = 0; row < output.height; row++) {
        let left = (input.at + (4 * channel + 2 * (row % 2)) * input.plane + (row >> 1) * input.row) / 4;
        let right = left + input.plane / 4;
        let to = (output.at + channel * output.plane + row * output.row) / 4;
        for (let pair = 0; pair < input.width; pair++) {
          numbers[to++] = numbers[left++] as number;
          numbers[to++] = numbers[right++] as number;
        }
      }
  };
}

/** Copies planes of one shape, whatever lies around them. */
export function copying(arena: Arena, input: Planes, output: Planes): Step {
  return () => {
    const numbers = arena.numbers();
    for (let channel = 0; channel < input.channels; channel++)
      for (let row = 0; row < input.height; row++) {
        const from = (input.at + channel * input.plane + row * input.row) / 4;
        const to = (output.at + channel * output.plane + row * output.row) / 4;
        numbers.copyWithin(to, from, from + input.width);
      }
  };
}
