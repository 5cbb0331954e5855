import { execFileSync } from 'node:child_process';

/**
 * Text files of a folder as last committed, for showing what an edit changes. `null` where the folder is not in a git
 * checkout or git is not installed.
 *
 * @param folder a folder inside the checkout
 * @param ending only files with this ending, `.yaml`
 * @returns paths relative to the folder, with `/`
 */
export function readCommittedFolder(folder: string, ending: string): { path: string; text: string }[] | null {
  const names = git(folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '.']);
  if (names === null) return null;
  const paths = names
    .toString('utf8')
    .split('\0')
    .filter((path) => path.endsWith(ending));
  const contents = git(folder, ['cat-file', '--batch'], paths.map((path) => `HEAD:./${path}\n`).join(''));
  return contents === null ? null : splitBatch(paths, contents);
}

/** Each object: `<hash> blob <bytes>\n<content>\n`. */
function splitBatch(paths: readonly string[], contents: Buffer): { path: string; text: string }[] {
  let at = 0;
  return paths.map((path) => {
    const headerEnd = contents.indexOf(10, at);
    const size = Number(contents.toString('utf8', at, headerEnd).split(' ')[2]);
    const start = headerEnd + 1;
    at = start + size + 1;
    return { path, text: contents.toString('utf8', start, start + size) };
  });
}

function git(folder: string, words: readonly string[], input = ''): Buffer | null {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      input,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}
