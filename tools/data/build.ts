import { buildPack } from './build-pack.js';
import { writeFiles } from './files.js';

/** `tsx tools/data/build.ts --shared DIR [--out DIR]`: writes the default data pack; running it again changes nothing. */
function main(args: readonly string[]): void {
  const shared = option(args, '--shared') ?? '../shared';
  const out = option(args, '--out') ?? 'data';
  const files = buildPack(shared);
  writeFiles(out, files);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${files.size} files, ${size} bytes in ${out}`);
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

main(process.argv.slice(2));
