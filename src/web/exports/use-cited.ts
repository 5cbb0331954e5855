import type { Meta, TablesAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { usePageTitle } from '../parts/title.js';
import { type Address, useAddress, withQuery } from '../router.js';
import type { Cited } from './citation.js';

/** Pages that compute from tables that the reader gives, or from an example. */
const ownTables = new Set([
  '/distress',
  '/zones',
  '/subsidence',
  '/disorder',
  '/vacant-land',
  '/inefficient-land',
  '/vacancy',
  '/ground',
  '/linkages',
  '/chain',
  '/renewal',
  '/restoration',
  '/roadmap',
]);

/** What computes here: the tables of the pack, those of the reader, or an example that is made up. */
export function dataOf({ path, query }: Address): 'pack' | 'own' | 'made' {
  if (query.get('example') !== null && path !== '/plan') return 'made';
  const [, first = ''] = path.split('/');
  return ownTables.has(`/${first}`) || query.get('own') === 'yes' ? 'own' : 'pack';
}

/** What a citation of the page says now; null until the server has said which program and data it is. */
export function useCited(): Cited | null {
  const meta = useMeta();
  const address = useAddress();
  const title = usePageTitle();
  const { language, w, t } = useSpeak();
  const data = dataOf(address);
  const { answer } = useAnswer<TablesAnswer>(meta !== null && data === 'pack' ? '/api/tables' : null);
  if (meta === null || (data === 'pack' && answer === null)) return null;
  const tables = (answer ?? []).map((table) => ({ title: t(table.title), licence: table.licence }));
  return {
    ...programOf(meta),
    title,
    data: data === 'pack' ? tables : w(data === 'own' ? 'citedOwn' : 'citedMade'),
    address: location.origin + withQuery({ why: null, lang: language }, address),
    accessed: today(),
  };
}

function programOf({ version, catalog }: Meta): Pick<Cited, 'version' | 'catalog'> {
  return { version, catalog };
}

/** The day where the reader is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
