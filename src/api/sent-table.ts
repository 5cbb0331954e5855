/** A table that came as text, as the readers of tables take it. */
export function sentTable(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The same under its name; nothing where the request has none. */
export function csvOf<Name extends string>(name: Name, text: string | undefined) {
  return (text === undefined ? {} : { [name]: sentTable(name, text) }) as {
    readonly [Key in Name]?: ReturnType<typeof sentTable>;
  };
}
