import type { ReactNode, SubmitEvent } from 'react';
import { useSpeak } from '../language.js';
import type { NamedText } from '../parts/table-field.js';
import type { WordKey } from '../words.js';
import { TextFileField } from './text-file-field.js';
import type { Texts } from './use-tables.js';

interface TablesFormProps {
  readonly asked: {
    readonly busy: boolean;
    readonly compute: () => void;
    readonly openExample: (name?: string) => void;
  };
  /** What the button says. */
  readonly compute: WordKey;
  /** Whether the files that are needed are there. */
  readonly ready: boolean;
  /** Examples by name with what their buttons say; absent where there is one. */
  readonly examples?: readonly (readonly [name: string, word: WordKey])[];
  readonly children: ReactNode;
}

/** Files and options of a question, with the buttons that compute it and open the example. */
export function TablesForm({ asked, compute, ready, examples, children }: TablesFormProps) {
  const { w } = useSpeak();
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        asked.compute();
      }}
    >
      {children}
      <div className="zonal-choices">
        <button type="submit" className="plain" disabled={!ready || asked.busy}>
          {w(compute)}
        </button>
        {(examples ?? [[undefined, 'openExample'] as const]).map(([name, word]) => (
          <button
            key={word}
            type="button"
            className="plain"
            disabled={asked.busy}
            onClick={() => asked.openExample(name)}
          >
            {w(word)}
          </button>
        ))}
      </div>
    </form>
  );
}

interface TablesFilesProps<Field extends string> {
  /** By field: its label, and the endings of its files. */
  readonly files: readonly (readonly [field: Field, word: WordKey, accept: string])[];
  readonly asked: {
    readonly texts: Texts<Field>;
    readonly take: (field: Field, text: NamedText | null) => void;
  };
}

/** A field for each file of a question. */
export function TablesFiles<Field extends string>({ files, asked }: TablesFilesProps<Field>) {
  const { w } = useSpeak();
  return files.map(([field, word, accept]) => (
    <TextFileField
      key={field}
      label={w(word)}
      accept={accept}
      chosen={asked.texts[field]}
      onText={(text) => asked.take(field, text)}
    />
  ));
}
