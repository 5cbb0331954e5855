/**
 * Tells somebody how long pieces of work took and within which others they lay. Rooms that are handed one know nothing of what is done
 * with it; without one the work runs as it is.
 */
export interface Trace {
  /**
   * Runs a piece of work and tells of it.
   *
   * @param name a word of the program, never anything that a person sent
   */
  span<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}
