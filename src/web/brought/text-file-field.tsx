import { useId, useState } from 'react';
import { useSpeak } from '../language.js';
import type { NamedText } from '../parts/table-field.js';

interface TextFileFieldProps {
  readonly label: string;
  /** Endings, such as `.csv`. */
  readonly accept: string;
  /** The file in use; shown by its name, since the example fills the fields too. */
  readonly chosen: NamedText | undefined;
  readonly onText: (text: NamedText | null) => void;
}

/** A file that is read in the browser. */
export function TextFileField({ label, accept, chosen, onText }: TextFileFieldProps) {
  const { w } = useSpeak();
  const id = useId();
  const [gone, setGone] = useState(false);
  const take = (file: File | undefined) => {
    setGone(false);
    if (file === undefined) onText(null);
    else
      textOf(file).then(
        (text) => onText({ name: file.name, text }),
        () => setGone(true),
      );
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="file" accept={accept} onChange={(event) => take(event.target.files?.[0])} />
      {chosen !== undefined && (
        <small className="quiet" data-chosen={chosen.name}>
          {w('estateChosen', { name: chosen.name })}
        </small>
      )}
      {gone && <p role="alert">{w('fileGone')}</p>}
    </div>
  );
}

/** UTF-8, else GB 18030, in which spreadsheets in China save CSV. */
export async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
