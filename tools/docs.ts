// Writes the generated pages of docs/reference/ and the list of methods: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildProgram } from '../src/cli/program.js';
import { cliPage } from './cli-page.js';
import { codeAreas, errorPage } from './errors.js';
import { methodsPage } from './methods-page.js';

mkdirSync('docs/reference', { recursive: true });
writeFileSync('docs/reference/errors.md', errorPage(await codeAreas()));
writeFileSync('docs/reference/cli.md', cliPage(buildProgram('')));
writeFileSync('docs/methods/README.md', methodsPage());
