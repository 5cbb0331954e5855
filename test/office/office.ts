import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/**
 * A document as LibreOffice writes it in another form. The office may end without a word where it is started for the first
 * time on a busy machine; then it is asked once more.
 *
 * @param folder where its profile is kept
 * @returns the new file, in the folder `out`
 */
export function converted(folder: string, file: string, to: 'pdf' | 'xlsx', out: string): string {
  const made = join(out, `${basename(file, extname(file))}.${to}`);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = [profile, '--headless', '--convert-to', to, '--outdir', out, file];
  let told = '';
  for (let times = 0; times < 2 && !existsSync(made); times++)
    told = spawnSync('soffice', words, { encoding: 'utf8' }).stderr;
  if (!existsSync(made)) throw new Error(`soffice made no ${to} of ${file}: ${told}`);
  return made;
}

/** Text without the spaces and line ends that a layout puts in. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\u200b]+/g, '');
}
