/** Long work that pauses between its pieces, so that whoever drives it may do something else meanwhile; it ends with its answer. */
export type Pieces<Answer> = Generator<undefined, Answer>;

/** Does all pieces one after the other. */
export function allAtOnce<Answer>(work: Pieces<Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
