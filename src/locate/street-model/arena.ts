import { type Kernels, kernelsOn } from './kernels.js';

/**
 * Planes of numbers in the memory of the kernels: `channels` of `height` rows of `width` with an edge of zeros around each
 * plane where a convolution looks past it.
 */
export interface Planes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Byte of pixel (0, 0) of the first plane. */
  readonly at: number;
  /** Bytes from a row to the next, from a plane to the next. */
  readonly row: number;
  readonly plane: number;
}

/** One memory, handed out from its beginning and never taken back: a network takes what it needs once. */
export interface Arena {
  readonly kernels: Kernels;
  /** The numbers in the memory; asked anew after each `take`, which may move them. */
  readonly numbers: () => Float32Array;
  /** Planes that are all 0, with an edge of so many pixels on each side. */
  readonly take: (channels: number, height: number, width: number, edge?: number) => Planes;
  /** A list of numbers; its byte. */
  readonly keep: (values: ArrayLike<number>) => number;
  /** A list of whole numbers; its byte. */
  readonly keepWhole: (values: readonly number[]) => number;
}

const page = 65536;

/** An empty arena. */
export function createArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 1 });
  // Whoever reads at 0 reads zeros: what `sumRow` adds where nothing is to be added.
  let end = 4096;
  const reserve = (bytes: number) => {
    const from = end;
    // Loads of whole groups may reach a little past the end.
    end = Math.ceil((end + bytes) / 64) * 64;
    const lacking = Math.ceil((end + 64 - memory.buffer.byteLength) / page);
    if (lacking > 0) memory.grow(lacking);
    return from;
  };
  return {
    kernels: kernelsOn(memory),
    numbers: () => new Float32Array(memory.buffer),
    take(channels, height, width, edge = 0) {
      // A multiple of four numbers, as loads from one line of the cache are the quick ones.
      const across = Math.ceil(edge / 4) * 4;
      const row = 4 * (width + 2 * across);
      const plane = spacedApart(row * (height + 2 * edge));
      const from = reserve(channels * plane);
      return { channels, height, width, at: from + edge * row + 4 * across, row, plane };
    },
    keep(values) {
      const from = reserve(4 * values.length);
      new Float32Array(memory.buffer, from, values.length).set(values);
      return from;
    },
    keepWhole(values) {
      const from = reserve(4 * values.length);
      new Int32Array(memory.buffer, from, values.length).set(values);
      return from;
    },
  };
}

/**
 * Bytes from a plane to the next: a few lines of the cache more than a power of two, where the same pixel of all channels
 * would fall on the same few lines and push the others out.
 */
function spacedApart(bytes: number): number {
  const lines = Math.ceil(bytes / 64);
  return 64 * (lines + ((5 - (lines % 64) + 64) % 64));
}

/** Some of the planes, from `first` on. */
export function planesFrom(planes: Planes, first: number, channels: number): Planes {
  return { ...planes, channels, at: planes.at + first * planes.plane };
}
