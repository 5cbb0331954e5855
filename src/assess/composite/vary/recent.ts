/** Keeps the results that were asked for last, at most so many. */
export class Recent<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value kept under a key, or a new one. */
  get(key: string, make: () => Value): Value {
    const found = this.#kept.get(key);
    if (found !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
      return found;
    }
    const made = make();
    if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
    this.#kept.set(key, made);
    return made;
  }

  /** What is kept now. */
  all(): Value[] {
    return [...this.#kept.values()];
  }
}
