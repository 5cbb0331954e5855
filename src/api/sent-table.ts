/** A table that came as text, as the readers of tables take it. */
export function sentTable(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}
