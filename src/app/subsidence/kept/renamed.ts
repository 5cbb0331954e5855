import { AfterlodeError, type Text } from '../../../base/index.js';

/** The same with the name of what was sent wherever the folder stands in which it was unpacked. */
export function renamed<T extends object>(value: T, folder: string, name: string): T {
  const inner = (text: string) => JSON.stringify(text).slice(1, -1);
  const text = JSON.stringify(value)
    .replaceAll(`${inner(folder)}/`, '')
    .replaceAll(inner(folder), inner(name));
  return JSON.parse(text) as T;
}

/** An error of this program with the name of what was sent; others as they are. */
export function renamedError(error: unknown, folder: string, name: string): unknown {
  if (!(error instanceof AfterlodeError)) return error;
  const said: { readonly where: string; readonly text: Text; readonly remedy: Text } = renamed(
    { where: error.where, text: error.text, remedy: error.remedy },
    folder,
    name,
  );
  const copy = new AfterlodeError(error.code, said.where, {}, error);
  return Object.assign(copy, said, { message: `${error.code}: ${said.text.en}` });
}
