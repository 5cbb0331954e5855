/** What the lock file says of a package. */
export interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
}

/** Terms under which a package may come with the program: they ask for no more than a notice. */
const shipped: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** Terms that are well for tools, which nobody gets with the program: MPL asks for its own files only. */
const tools: ReadonlySet<string> = new Set([...shipped, 'MPL-2.0']);

/** Packages whose terms stand nowhere in a form that can be read by machine, and what was read in them by hand. */
const readByHand: ReadonlyMap<string, string> = new Map([
  ['h5wasm', 'LICENSE.txt: free use, changes and copies with its notice kept (NIST)'],
  ['chainsaw', '"MIT/X11": the MIT terms under their old name'],
  [
    'buffers',
    'names no terms; its author publishes such packages under MIT; comes with exceljs (unzipper, binary)',
  ],
]);

/**
 * Packages of a lock file that may not come with the program, each with its terms; tools are judged more mildly.
 *
 * @param packages by their folder, as `packages` of the lock file
 */
export function forbiddenLicences(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([folder, { license, dev = false }]) => {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (folder === '' || readByHand.has(name)) return [];
    const isAllowed = license !== undefined && allows(license, dev ? tools : shipped);
    return isAllowed ? [] : [`${name}: ${license ?? 'names no terms'}`];
  });
}

/** Packages read by hand that are no longer there, so that the list does not outlive them. */
export function readInVain(packages: Readonly<Record<string, LockedPackage>>): string[] {
  const folders = Object.keys(packages);
  return [...readByHand.keys()].filter(
    (name) => !folders.some((each) => each.endsWith(`node_modules/${name}`)),
  );
}

/** Whether an SPDX expression without nesting leaves a choice whose every part is allowed. */
function allows(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((term) => allowed.has(term)));
}
