// Writes the generated pages of docs/reference/: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildProgram } from '../src/cli/program.js';
import { cliPage } from './cli-page.js';
import { codeAreas, errorPage } from './errors.js';

mkdirSync('docs/reference', { recursive: true });
writeFileSync('docs/reference/errors.md', errorPage(await codeAreas()));
writeFileSync('docs/reference/cli.md', cliPage(buildProgram('')));
