import { useId } from 'react';

/** A labelled choice of a file; null once it is taken back. */
export function FileField(props: {
  readonly label: string;
  readonly accept: string;
  /** What the file must hold. */
  readonly hint?: string;
  readonly onFile: (file: File | null) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={(event) => props.onFile(event.target.files?.[0] ?? null)}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
      />
      {props.hint !== undefined && (
        <small id={`${id}-hint`} className="quiet">
          {props.hint}
        </small>
      )}
    </div>
  );
}
