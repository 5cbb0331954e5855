/** Bytes at once; a call takes only so many arguments. */
const piece = 3 * 8192;

/** Bytes as base64. */
export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += piece)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))));
  return parts.join('');
}
