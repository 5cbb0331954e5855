/** Numbers as Base64: of 32-bit floating point numbers four bytes each, little-endian; of others, from 0 to 255, one byte each. */
export function base64Of(numbers: Float32Array | Float64Array): string {
  const bytes = numbers instanceof Float32Array ? littleEndian(numbers) : Uint8Array.from(numbers);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function littleEndian(numbers: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [at, number] of numbers.entries()) view.setFloat32(at * 4, number, true);
  return new Uint8Array(view.buffer);
}
