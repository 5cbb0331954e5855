import type { Tensor } from '../tensors.js';

/** ESPNet in plain loops and doubles, written from the paper's figures a second time, for comparison on small pictures. */

interface Maps {
  readonly height: number;
  readonly width: number;
  readonly planes: readonly Float64Array[];
}

type Weights = ReadonlyMap<string, Tensor>;

function convolve(input: Maps, { shape, values }: Tensor, stride: number, dilation: number): Maps {
  const [outputs, inputs, side] = shape as [number, number, number];
  const [height, width] = [input.height / stride, input.width / stride];
  const reach = (side - 1) / 2;
  const at = (plane: number, y: number, x: number) =>
    y < 0 || x < 0 || y >= input.height || x >= input.width
      ? 0
      : (input.planes[plane]?.[y * input.width + x] as number);
  const planes = Array.from({ length: outputs }, (_, output) =>
    Float64Array.from({ length: height * width }, (_value, pixel) => {
      const [y, x] = [stride * Math.floor(pixel / width), stride * (pixel % width)];
      let sum = 0;
      for (let plane = 0; plane < inputs; plane++)
        for (let row = 0; row < side; row++)
          for (let column = 0; column < side; column++)
            sum +=
              (values[((output * inputs + plane) * side + row) * side + column] as number) *
              at(plane, y + dilation * (row - reach), x + dilation * (column - reach));
      return sum;
    }),
  );
  return { height, width, planes };
}

/** Transposed 2 × 2 with stride 2: each pixel becomes four. */
function grow({ height, width, planes }: Maps, { shape, values }: Tensor): Maps {
  const outputs = shape[1] as number;
  const grown = Array.from({ length: outputs }, (_, output) =>
    Float64Array.from({ length: 4 * height * width }, (_value, pixel) => {
      const [y, x] = [Math.floor(pixel / (2 * width)), pixel % (2 * width)];
      const from = (y >> 1) * width + (x >> 1);
      return planes.reduce((sum, plane, input) => {
        const weight = values[((input * outputs + output) * 2 + (y % 2)) * 2 + (x % 2)] as number;
        return sum + weight * (plane[from] as number);
      }, 0);
    }),
  );
  return { height: 2 * height, width: 2 * width, planes: grown };
}

function pool({ height, width, planes }: Maps): Maps {
  const mean = { shape: [1, 1, 3, 3], values: new Float32Array(9).fill(1) };
  const pooled = planes.map((plane) => convolve({ height, width, planes: [plane] }, mean, 2, 1).planes[0]);
  return {
    height: height / 2,
    width: width / 2,
    planes: pooled.map((plane) => (plane as Float64Array).map((sum) => sum / 9)),
  };
}

const join = (...maps: readonly Maps[]): Maps => ({
  height: maps[0]?.height as number,
  width: maps[0]?.width as number,
  planes: maps.flatMap(({ planes }) => planes),
});

const add = (one: Maps, other: Maps): Maps => ({
  ...one,
  planes: one.planes.map((plane, at) =>
    plane.map((value, pixel) => value + (other.planes[at]?.[pixel] as number)),
  ),
});

/** Logits of a picture that was made ready: three planes of numbers. */
export function plainEspnet(weights: Weights, input: Maps): Maps {
  const of = (name: string) => weights.get(name) as Tensor;
  const number = (name: string, at: number) => of(name).values[at] as number;
  const normed = (maps: Maps, name: string, slope: string | null): Maps => ({
    ...maps,
    planes: maps.planes.map((plane, at) => {
      const deviation = Math.sqrt(number(`${name}.running_var`, at) + 1e-3);
      return plane.map((value) => {
        const standard = (value - number(`${name}.running_mean`, at)) / deviation;
        const moved = standard * number(`${name}.weight`, at) + number(`${name}.bias`, at);
        return slope !== null && moved < 0 ? moved * number(slope, at) : moved;
      });
    }),
  });
  const both = (maps: Maps, name: string) => normed(maps, `${name}.bn`, `${name}.act.weight`);
  const branches = (reduced: Maps, name: string) => {
    const one = (dilation: number) => convolve(reduced, of(`${name}.d${dilation}.conv.weight`), 1, dilation);
    const second = one(2);
    const third = add(second, one(4));
    const fourth = add(third, one(8));
    return join(one(1), second, third, fourth, add(fourth, one(16)));
  };
  const down = (maps: Maps, name: string) =>
    both(branches(convolve(maps, of(`${name}.c1.conv.weight`), 2, 1), name), name);
  const block = (maps: Maps, name: string, added: boolean) => {
    const found = branches(convolve(maps, of(`${name}.c1.conv.weight`), 1, 1), name);
    return both(added ? add(found, maps) : found, `${name}.bn`);
  };
  const once = pool(input);
  const level1 = both(convolve(input, of('encoder.level1.conv.weight'), 2, 1), 'encoder.level1');
  const first2 = down(both(join(level1, once), 'encoder.b1'), 'encoder.level2_0');
  const last2 = block(block(first2, 'encoder.level2.0', true), 'encoder.level2.1', true);
  const b2 = both(join(last2, first2, pool(once)), 'encoder.b2');
  const first3 = down(b2, 'encoder.level3_0');
  let last3 = first3;
  for (let at = 0; at < 8; at++) last3 = block(last3, `encoder.level3.${at}`, true);
  const b3 = both(join(first3, last3), 'encoder.b3');
  const coarse = normed(convolve(b3, of('encoder.classifier.conv.weight'), 1, 1), 'br', null);
  const side = convolve(b2, of('level3_C.conv.weight'), 1, 1);
  const combined = both(join(side, grow(coarse, of('up_l3.0.weight'))), 'combine_l2_l3.0');
  const middle = both(grow(block(combined, 'combine_l2_l3.1', false), of('up_l2.0.weight')), 'up_l2.1');
  const fine = both(convolve(join(middle, level1), of('conv.conv.weight'), 1, 1), 'conv');
  return grow(fine, of('classifier.weight'));
}
