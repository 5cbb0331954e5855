import { type ReactNode, useId, useState } from 'react';
import { useSpeak } from '../language.js';

/** A table as text, with the name of its file. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

interface TableFieldProps {
  readonly label: string;
  readonly onTable: (table: NamedText) => void;
  /** What stands below the field. */
  readonly children?: ReactNode;
  readonly about: string;
}

/** A CSV file, chosen or dropped. */
export function TableField({ label, about, onTable, children }: TableFieldProps) {
  const { w } = useSpeak();
  const id = useId();
  const [over, setOver] = useState(false);
  const [gone, setGone] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setGone(false);
    file.text().then(
      (text) => onTable({ name: file.name, text }),
      () => setGone(true),
    );
  };
  return (
    <div
      className={over ? 'own-tables over' : 'own-tables'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <p>{about}</p>
      <div className="own-tables-files">
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            onChange={(event) => take(event.target.files?.[0])}
          />
        </div>
        {children}
      </div>
      {gone && <p role="alert">{w('fileGone')}</p>}
    </div>
  );
}
