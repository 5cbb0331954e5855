// `npm run audit`: known weaknesses of the packages, as the registry tells them. Ends with 1 where one is of level high or worse,
// and with 2, saying so, where nobody could be asked: silence is not health.
import { spawnSync } from 'node:child_process';
import { root } from './ensure.mjs';

const { stdout } = spawnSync('npm', ['audit', '--json', '--audit'], { cwd: root, encoding: 'utf8' });
const told = readAnswer(stdout);
if (told === null) {
  console.log(
    'advisories: nobody answered (the registry cannot be reached, or keeps none); nothing is known either way',
  );
  process.exitCode = 2;
} else {
  const { info = 0, low = 0, moderate = 0, high = 0, critical = 0 } = told.metadata.vulnerabilities;
  for (const { name, severity, range, fixAvailable } of Object.values(told.vulnerabilities)) {
    console.log(`${severity}: ${name} ${range}${fixAvailable ? ', mended in a newer version' : ''}`);
  }
  console.log(`advisories: ${critical} critical, ${high} high, ${moderate} moderate, ${low + info} lower`);
  process.exitCode = critical + high > 0 ? 1 : 0;
}

function readAnswer(text) {
  try {
    const answer = JSON.parse(text);
    return answer.metadata?.vulnerabilities === undefined ? null : answer;
  } catch {
    return null;
  }
}
