import type { Text } from '../text.js';

/**
 * One error or issue code. `{where}`, `{found}`, `{expected}` and other `{names}` in the texts are
 * filled in by the finder.
 */
export interface CodeDefinition {
  /** Status of an HTTP answer that reports it. 4xx: the call is at fault (exit status 2). */
  readonly http: number;
  readonly message: Text;
  readonly remedy: Text;
}
