import type { Language } from '../base/index.js';

/** Which files were written; empty where none were. */
export function filesLine(files: readonly { readonly path: string }[], lang: Language): string {
  if (files.length === 0) return '';
  return `${lang === 'zh' ? '文件' : 'files'}: ${files.map(({ path }) => path).join(', ')}`;
}
