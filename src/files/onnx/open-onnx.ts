import type { InferenceSession } from 'onnxruntime-web';
import { AfterlodeError, foreignReason, phrases, type Text } from '../../base/index.js';

/** Sides of a model's input or output; a word is one that is only known when the model runs, null says nothing of them. */
export type OnnxShape = readonly (number | string)[] | null;

/** Numbers with their sides, the last fastest. */
export interface OnnxTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A model that is ready to run. */
export interface OnnxModel {
  readonly inputShape: OnnxShape;
  readonly outputShape: OnnxShape;
  /** @throws AfterlodeError MODEL_FILE with what ONNX Runtime said */
  readonly run: (input: OnnxTensor) => Promise<OnnxTensor>;
  /** Frees what the model holds; the memory of ONNX Runtime itself stays with the process for the next one. */
  readonly close: () => Promise<void>;
}

/** Loaded when the first model is: 14 MB of WebAssembly that most calls do not need. */
async function runtime() {
  const onnx = await import('onnxruntime-web');
  // One thread: sums in one order whatever the machine, and none that keeps the program from ending.
  onnx.env.wasm.numThreads = 1;
  return onnx;
}

/**
 * Opens a model.
 *
 * @param bytes of the file
 * @param where its name, for messages
 * @param names of the input and output; without, the only ones that the model has
 * @throws AfterlodeError MODEL_FILE where it is no model that ONNX Runtime runs, MODEL_FORM where it has no such input or output, or
 *   not of single precision
 */
export async function openOnnx(
  bytes: Uint8Array,
  where: string,
  names: { readonly input?: string | undefined; readonly output?: string | undefined } = {},
): Promise<OnnxModel> {
  const { InferenceSession, Tensor } = await runtime();
  // Warnings of the optimiser are nothing for who asks for a map: only what throws is told.
  const options = { executionProviders: ['wasm'], logSeverityLevel: 4 } as const;
  const session = await InferenceSession.create(bytes, options).catch((error: unknown) => {
    throw cannotRun(where, error);
  });
  try {
    const input = portOf(session.inputMetadata, names.input, phrases.within(where, 'input'));
    const output = portOf(session.outputMetadata, names.output, phrases.within(where, 'output'));
    return {
      inputShape: input.shape,
      outputShape: output.shape,
      async run({ shape, values }) {
        const given = { [input.name]: new Tensor('float32', values, shape) };
        const found = await session.run(given, [output.name]).catch((error: unknown) => {
          throw cannotRun(where, error);
        });
        const answer = found[output.name] as InstanceType<typeof Tensor>;
        return { shape: answer.dims, values: answer.data as Float32Array };
      },
      close: () => session.release(),
    };
  } catch (error) {
    await session.release();
    throw error;
  }
}

/** @throws AfterlodeError MODEL_FORM */
function portOf(
  ports: readonly InferenceSession.ValueMetadata[],
  name: string | undefined,
  where: Text,
): { readonly name: string; readonly shape: OnnxShape } {
  const refuse = (found: string, expected: string | Text) =>
    new AfterlodeError('MODEL_FORM', where, { found, expected });
  const named = name === undefined ? ports : ports.filter((port) => port.name === name);
  const [port] = named;
  if (port === undefined || named.length > 1)
    throw refuse(
      ports.map((one) => one.name).join(', '),
      name ?? { en: 'one only, or its name in the manifest', zh: '仅一个，或在说明文件中写明名称' },
    );
  if (!port.isTensor || port.type !== 'float32')
    throw refuse(port.isTensor ? port.type : 'sequence', 'float32');
  return { name: port.name, shape: port.shape.length === 0 ? null : port.shape };
}

function cannotRun(where: string, error: unknown): AfterlodeError {
  const told = error instanceof Error ? error.message : String(error);
  const reason = told
    .replace(/^.*ERROR_MESSAGE: /s, '')
    // Where in its own sources ONNX Runtime stumbled.
    .replace(/^\S+\.(h|cc):\d+ .*?\) (?=[A-Z])/s, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return new AfterlodeError('MODEL_FILE', where, { found: foreignReason(new Error(reason)) }, error);
}
