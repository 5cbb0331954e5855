/**
 * Where a reader is led after signing in: a page of this site, whatever was asked for, so that a link to the sign-in leads nobody to
 * another site.
 *
 * @param asked a path with query, as it came from outside
 * @returns the path as browsers read it; `/` for anything that is no page of this site
 */
export function backPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.length > 2000 || /\p{Cc}|\\/u.test(asked)) return '/';
  const site = 'http://site.invalid';
  if (!URL.canParse(asked, site)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, site);
  const own = origin === site && !pathname.startsWith('//');
  return own && !/^\/(api|sign-in)(\/|$)/.test(pathname) ? pathname + search + hash : '/';
}
