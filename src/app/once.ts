/** A value made at the first call and kept until `forget`. A failed making is not kept. */
export interface Once<T> {
  (): Promise<T>;
  forget(): void;
  /** The value if it was asked for, without making it. */
  made(): Promise<T> | null;
}

/** Makes a value once; calls in between wait for the same making. */
export function once<T>(make: () => Promise<T>): Once<T> {
  let kept: Promise<T> | null = null;
  const get = () => {
    kept ??= make().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
  return Object.assign(get, {
    forget() {
      kept = null;
    },
    made: () => kept,
  });
}
