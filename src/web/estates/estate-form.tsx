import type { ReactNode, SubmitEvent } from 'react';
import { useSpeak } from '../language.js';
import type { NamedText } from '../parts/table-field.js';
import type { WordKey } from '../words.js';
import { TextFileField } from './text-file-field.js';
import type { Texts } from './use-estates.js';

interface EstateFormProps {
  readonly estates: {
    readonly busy: boolean;
    readonly compute: () => void;
    readonly openExample: () => void;
  };
  /** What the button says. */
  readonly compute: WordKey;
  /** Whether the files that are needed are there. */
  readonly ready: boolean;
  readonly children: ReactNode;
}

/** Files and options of a question, with the buttons that compute it and open the example. */
export function EstateForm({ estates, compute, ready, children }: EstateFormProps) {
  const { w } = useSpeak();
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        estates.compute();
      }}
    >
      {children}
      <div className="zonal-choices">
        <button type="submit" className="plain" disabled={!ready || estates.busy}>
          {w(compute)}
        </button>
        <button type="button" className="plain" disabled={estates.busy} onClick={estates.openExample}>
          {w('estateOpenExample')}
        </button>
      </div>
    </form>
  );
}

interface EstateFilesProps<Field extends string> {
  /** By field: its label, and the endings of its files. */
  readonly files: readonly (readonly [field: Field, word: WordKey, accept: string])[];
  readonly estates: {
    readonly texts: Texts<Field>;
    readonly take: (field: Field, text: NamedText | null) => void;
  };
}

/** A field for each file of a question. */
export function EstateFiles<Field extends string>({ files, estates }: EstateFilesProps<Field>) {
  const { w } = useSpeak();
  return files.map(([field, word, accept]) => (
    <TextFileField
      key={field}
      label={w(word)}
      accept={accept}
      chosen={estates.texts[field]}
      onText={(text) => estates.take(field, text)}
    />
  ));
}
