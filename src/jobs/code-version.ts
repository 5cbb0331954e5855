/** Name of the build this code is of, put in by tools/build.mjs; not there when the program runs from its source. */
declare const AFTERLODE_BUILD: string | undefined;

/** Raised by hand where the form of jobs or results changes, for programs that run from their source. */
const form = 'source-1';

/** Workers take tiles only of their own code: another one may give other numbers. Letters, digits and `-`. */
export function codeVersion(): string {
  return typeof AFTERLODE_BUILD === 'undefined' ? form : AFTERLODE_BUILD;
}
