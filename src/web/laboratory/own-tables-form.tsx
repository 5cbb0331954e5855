import { type DragEvent, useId, useState } from 'react';
import { useSpeak } from '../language.js';

/** The reader's own tables as text, with the names of their files. */
export interface OwnTables {
  readonly data: string;
  readonly meta: string;
  readonly names: string;
}

interface OwnTablesFormProps {
  readonly tables: OwnTables | null;
  readonly onTables: (tables: OwnTables) => void;
}

/** Two CSV files, chosen or dropped; they are read here and go nowhere. */
export function OwnTablesForm({ tables, onTables }: OwnTablesFormProps) {
  const { w } = useSpeak();
  const [data, setData] = useState<File | null>(null);
  const [meta, setMeta] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const take = (first: File | null, second: File | null) => {
    setData(first);
    setMeta(second);
    if (first === null || second === null) return;
    void readBoth(first, second).then(onTables, () => undefined); // a file that went away is chosen anew
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [first = null, second = null] = [...event.dataTransfer.files];
    if (second === null) take(data === null ? first : data, data === null ? meta : first);
    else take(first, second);
  };
  return (
    <div
      className={over ? 'own-tables over' : 'own-tables'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{w('labOwnText')}</p>
      <div className="own-tables-files">
        <FileField label={w('labData')} onFile={(file) => take(file, meta)} name="data" />
        <FileField label={w('labMeta')} onFile={(file) => take(data, file)} name="meta" />
      </div>
      {tables !== null && <p className="quiet small">{w('labOwnOpen', { names: tables.names })}</p>}
    </div>
  );
}

/** Both texts; the files may come in either order: the one that describes has a column iCode. */
async function readBoth(first: File, second: File): Promise<OwnTables> {
  const [one, other] = await Promise.all([first.text(), second.text()]);
  const swapped = /(^|[,;\t"])iCode/.test(one.slice(0, 2000));
  return {
    data: swapped ? other : one,
    meta: swapped ? one : other,
    names: `${first.name}, ${second.name}`,
  };
}

function FileField(props: {
  readonly label: string;
  readonly name: string;
  readonly onFile: (file: File | null) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        name={props.name}
        accept=".csv,.txt,.tsv,text/csv"
        onChange={(event) => props.onFile(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
