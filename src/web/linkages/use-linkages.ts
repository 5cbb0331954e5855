import { useState } from 'react';
import type { LinkagesAnswer } from '../../api/contract.js';
import { usePost } from '../api.js';
import type { NamedText } from '../parts/table-field.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { exampleJobs } from './example.js';

export type LinkagesField = 'flows' | 'output' | 'jobs';
type Files = Readonly<Partial<Record<LinkagesField, NamedText>>>;

/** The table that the page opens with. */
const national = 'io_2020_42';

/**
 * The question of the page and its answer: the national table until both flows and outputs are chosen. `?extract=02` takes a sector
 * out, `?delta=0.2` sets the exponent, `?example=1` brings the table to an invented city.
 */
export function useLinkages() {
  const { query } = useAddress();
  const made = query.get('example') === '1';
  const [own, setOwn] = useState<Files>({});
  const files: Files = made ? { jobs: exampleJobs } : own;
  const extract = query.get('extract') ?? '';
  const delta = query.get('delta') ?? '';
  const { flows, output, jobs } = files;
  const isOwn = flows !== undefined && output !== undefined;
  const half = (flows === undefined) !== (output === undefined);
  const body = {
    ...(isOwn ? { flows: flows.text, output: output.text } : { packTable: national }),
    ...(jobs !== undefined && { jobs: jobs.text }),
    ...(jobs !== undefined && delta !== '' && { delta: Number(delta) }),
    ...(extract !== '' && { extract: [extract] }),
  };
  const asked = usePost<LinkagesAnswer>('/api/linkages', half ? null : body);
  return {
    ...asked,
    files,
    made,
    isOwn,
    half,
    extract,
    delta,
    /** Sectors of other tables have other names: what was taken out is forgotten with them. */
    take: (field: LinkagesField, file: NamedText | null) => {
      const { [field]: _, ...rest } = made ? {} : own;
      setOwn(file === null ? rest : { ...rest, [field]: file });
      const former = field === 'jobs' ? {} : { extract: null };
      navigate(withQuery({ example: null, ...former }), true);
    },
    choose: (words: Readonly<Partial<Record<'extract' | 'delta', string>>>) =>
      navigate(
        withQuery(Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value || null]))),
        true,
      ),
    openExample: () => navigate(withQuery({ example: '1' })),
    reset: () => {
      setOwn({});
      navigate(withQuery({ example: null, extract: null, delta: null }), true);
    },
  };
}
