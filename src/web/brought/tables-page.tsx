import type { ReactNode } from 'react';
import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { useTitle } from '../parts/title.js';
import type { WordKey } from '../words.js';

interface TablesPageProps {
  readonly title: WordKey;
  readonly text: WordKey;
  /** On the form of the tables; absent where the form says it. */
  readonly tables?: WordKey;
  readonly form: ReactNode;
  readonly asked: {
    readonly busy: boolean;
    readonly error: CallError | null;
    readonly computed: { readonly made: boolean } | null;
  };
  /** What the worked example is. */
  readonly example: WordKey;
  /** Above it, where it is not made from nothing. */
  readonly exampleTitle?: WordKey;
  readonly methods: Parameters<typeof MethodLinks>[0]['pages'];
  /** The result, where there is one. */
  readonly children: ReactNode;
}

/** A page that computes from files of the reader: what it does, its form, what came of it, its methods. */
export function TablesPage(props: TablesPageProps) {
  const { title, text, tables, form, example, exampleTitle = 'madeExample', methods, children } = props;
  const { busy, error, computed } = props.asked;
  const { w } = useSpeak();
  useTitle(w(title));
  return (
    <div className="reading wide-reading estates">
      <h1>{w(title)}</h1>
      <p>{w(text)}</p>
      {tables !== undefined && <p className="quiet small">{w(tables)}</p>}
      {form}
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {computed?.made === true && (
          <div className="note warning" role="note" data-made>
            <strong>{w(exampleTitle)}</strong>
            <p>{w(example)}</p>
          </div>
        )}
        {children}
      </div>
      <MethodLinks pages={methods} />
    </div>
  );
}
