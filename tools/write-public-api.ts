import { writeFileSync } from 'node:fs';
import { publicApi, snapshotFile } from './public-api.js';

writeFileSync(snapshotFile, publicApi());
