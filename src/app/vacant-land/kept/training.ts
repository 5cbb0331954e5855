import { AfterlodeError } from '../../../base/index.js';
import type { OpenProject } from './project.js';

/** Trainings that run in this program: the folder of the project, and the share done. */
const running = new Map<string, number>();

/** Share done of the training of a project, 0 to 1; null where none runs. */
export function trainingOf(folder: string): number | null {
  return running.get(folder) ?? null;
}

/**
 * Notes a training while it runs.
 *
 * @param work is handed a function that takes the share done
 * @throws AfterlodeError VACANT_PROJECT_BUSY where one runs already; what `work` throws
 */
export async function whileTraining<T>(
  { folder, project }: OpenProject,
  work: (onProgress: (share: number) => void) => Promise<T>,
): Promise<T> {
  if (running.has(folder)) throw new AfterlodeError('VACANT_PROJECT_BUSY', project.id);
  running.set(folder, 0);
  try {
    return await work((share) => running.set(folder, share));
  } finally {
    running.delete(folder);
  }
}
