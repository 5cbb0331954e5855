/** A tensor type that models of tests use. */
type ElementType = 'float32' | 'uint8';
const elementTypes: Readonly<Record<ElementType, number>> = { float32: 1, uint8: 2 };

/** An input or output of a model: its name and sides; a word is a side that is only known when the model runs. */
export interface Port {
  readonly name: string;
  readonly shape: readonly (number | string)[];
  readonly type?: ElementType;
}

/** A step of a model. Attributes: a whole number, or a list of them. */
export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** Numbers that a model has learnt. */
export interface Weights {
  readonly shape: readonly number[];
  readonly values: readonly number[] | Float32Array;
}

/** A model as ONNX describes it. */
export interface Graph {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly nodes: readonly Node[];
  readonly weights?: Readonly<Record<string, Weights>>;
  /** Version of the set of operators; 17. */
  readonly opset?: number;
}

/** The bytes of a model file: the protocol buffers of onnx.proto, only the fields that tests need. */
export function writeOnnx({ inputs, outputs, nodes, weights = {}, opset = 17 }: Graph): Uint8Array {
  const graph = [
    ...nodes.map((node) => field(1, nodeBytes(node))),
    field(2, words('made')),
    ...Object.entries(weights).map(([name, one]) => field(5, weightBytes(name, one))),
    ...inputs.map((port) => field(11, portBytes(port))),
    ...outputs.map((port) => field(12, portBytes(port))),
  ];
  return Uint8Array.from(joined([whole(1, 8), field(7, joined(graph)), field(8, whole(2, opset))]));
}

function nodeBytes({ op, inputs, outputs, attributes = {} }: Node): number[] {
  return joined([
    ...inputs.map((name) => field(1, words(name))),
    ...outputs.map((name) => field(2, words(name))),
    field(4, words(op)),
    ...Object.entries(attributes).map(([name, value]) => field(5, attributeBytes(name, value))),
  ]);
}

function attributeBytes(name: string, value: number | readonly number[]): number[] {
  // Types of attributes: 2 a whole number, 7 a list of them.
  return typeof value === 'number'
    ? joined([field(1, words(name)), whole(3, value), whole(20, 2)])
    : joined([field(1, words(name)), ...value.map((one) => whole(8, one)), whole(20, 7)]);
}

function weightBytes(name: string, { shape, values }: Weights): number[] {
  const raw = [...new Uint8Array(Float32Array.from(values).buffer)];
  return joined([
    ...shape.map((side) => whole(1, side)),
    whole(2, elementTypes.float32),
    field(8, words(name)),
    field(9, raw),
  ]);
}

function portBytes({ name, shape, type = 'float32' }: Port): number[] {
  const sides = shape.map((side) =>
    field(1, typeof side === 'number' ? whole(1, side) : field(2, words(side))),
  );
  const tensor = joined([whole(1, elementTypes[type]), field(2, joined(sides))]);
  return joined([field(1, words(name)), field(2, field(1, tensor))]);
}

/** A field with a length. */
function field(id: number, content: readonly number[]): number[] {
  return joined([varint(id * 8 + 2), varint(content.length), content]);
}

/** A field with a whole number. */
function whole(id: number, value: number): number[] {
  return [...varint(id * 8), ...varint(value)];
}

function varint(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [low] : [low + 128, ...varint((value - low) / 128)];
}

function words(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

/** Lists one after the other; spreading them as arguments would not bear long ones. */
function joined(parts: readonly (readonly number[])[]): number[] {
  return parts.flat();
}
