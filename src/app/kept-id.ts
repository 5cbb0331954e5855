/** Whether a word can be the id of something kept in the workspace: it becomes the name of a folder. */
export function isKeptId(word: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word) && word.length <= 60;
}

/**
 * Letters and digits of a label for an address.
 *
 * @param otherwise for a label without any
 */
export function slugOf(label: string, otherwise: string): string {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug.replace(/-$/, '') || otherwise;
}
