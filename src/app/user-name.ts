import { userInfo } from 'node:os';

/** Who runs the program; empty where the system has no name for the user, as in some containers. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
