export { sha256Bytes, sha256File } from './checksum.js';
export { readCsvRecords, readCsvRows } from './csv-records.js';
export { readCommittedFolder } from './git.js';
export { exists, openBytes, readFolder, readGzipText, readTextFile, type TextFile } from './read.js';
export { writeAtomically, writeStreamAtomically } from './write.js';
export { readYamlFile, readYamlFolder } from './yaml.js';
export type { Encoding } from './encoding.js';
export { openRows } from './open-rows.js';
export type { RowBatch, RowOptions, RowSource, TableRow } from './rows.js';
