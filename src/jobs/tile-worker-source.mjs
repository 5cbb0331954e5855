// `tile-worker.ts` for a program that runs from its sources: Node 20 reads no TypeScript, and its threads do not inherit
// what reads it in the program that starts them.
import { register } from 'tsx/esm/api';

register();
const { answerTile, saveTile } = await import('./tile-worker.ts');

export { answerTile, saveTile };
