import { AfterlodeError } from '../../src/base/index.js';
import { takeLock } from '../../src/store/lock.js';

/** Takes the lock of the folder given and says what came of it; ends in the way that is asked for on standard input. */
const folder = process.argv[2] ?? '';
process.stdout.write('ready\n');
for await (const order of process.stdin) {
  if (String(order).trim() === 'exit') process.exit(0);
  try {
    await takeLock(folder);
    process.stdout.write('held\n');
  } catch (error) {
    process.stdout.write(`refused ${error instanceof AfterlodeError ? error.message : String(error)}\n`);
  }
}
