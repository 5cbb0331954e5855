import { useMemo, useState } from 'react';
import type { NamedText } from '../parts/table-field.js';
import { navigate, useAddress, withQuery } from '../router.js';
import type { Texts } from './use-tables.js';

/** Files of the reader for a page that asks anew with every change; `?example=1` in the address stands for the worked example. */
export function useOwnTables<Field extends string>(example: () => Texts<Field>) {
  const isExample = useAddress().query.get('example') === '1';
  const [own, setOwn] = useState<Texts<Field>>({} as Texts<Field>);
  const made = useMemo(() => (isExample ? example() : null), [isExample, example]);
  return {
    texts: made ?? own,
    isExample,
    /** Files of the example do not belong together with the reader's. */
    take: (field: Field, text: NamedText | null) => {
      if (isExample) navigate(withQuery({ example: null }), true);
      setOwn((former) => {
        const texts: Partial<Record<Field, NamedText>> = { ...(isExample ? {} : former) };
        delete texts[field];
        return text === null ? texts : { ...texts, [field]: text };
      });
    },
  };
}
