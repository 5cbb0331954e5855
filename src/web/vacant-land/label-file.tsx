import { useState } from 'react';
import type { RunGrid } from '../../api/contract.js';
import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FileField } from '../parts/file-field.js';
import { errorOf } from '../zonal/use-zonal.js';
import { mostClasses } from './class-list.js';
import type { Drawing } from './drawing.js';
import { withLabelsOf } from './read-labels.js';

interface LabelFileProps {
  readonly drawing: Drawing;
  readonly grid: RunGrid;
  readonly onChange: (next: Drawing) => void;
}

/** Labels that were drawn elsewhere, or taken away from here, come besides those that are drawn. */
export function LabelFile({ drawing, grid, onChange }: LabelFileProps) {
  const { w } = useSpeak();
  const [error, setError] = useState<CallError | null>(null);
  const take = async (file: File | null) => {
    setError(null);
    if (file === null) return;
    try {
      const read = { name: file.name, text: await file.text() };
      onChange(await withLabelsOf(drawing, read, grid, mostClasses));
    } catch (cause) {
      setError(errorOf(cause));
    }
  };
  return (
    <details>
      <summary>{w('idleLoad')}</summary>
      <FileField
        label={w('idleLoadFile')}
        hint={w('idleLoadText')}
        accept=".geojson,.json"
        onFile={(file) => void take(file)}
      />
      {error !== null && <ErrorNote error={error} />}
    </details>
  );
}
