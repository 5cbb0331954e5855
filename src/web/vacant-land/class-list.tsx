import { type SubmitEvent, useId, useState } from 'react';
import type { VacantClass } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { areaOf, type Drawing, renamedClass } from './drawing.js';

/** As in the room `app`: more have no colours that can be told apart. */
export const mostClasses = 12;
const mostLetters = 60;

interface ClassListProps {
  readonly drawing: Drawing;
  readonly colours: ReadonlyMap<string, string>;
  readonly className: string;
  /** Area of a cell, m²; null where it is not known. */
  readonly cellM2: number | null;
  /** A class was picked from the list. */
  readonly onPick: (name: string) => void;
  /** A class was added, or the one in use renamed: it is the one in use. */
  readonly onNamed: (name: string) => void;
  readonly onChange: (next: Drawing) => void;
}

/** Classes with their colours, which one is drawn, which are looked for, and how much is labelled. */
export function ClassList(props: ClassListProps) {
  const { w } = useSpeak();
  const { drawing, onChange, onNamed } = props;
  const [draft, setDraft] = useState('');
  const name = draft.trim();
  const isTaken = drawing.classes.some((one) => one.name === name);
  const isFull = drawing.classes.length >= mostClasses;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (name === '' || isTaken || isFull) return;
    onChange({ ...drawing, classes: [...drawing.classes, { name, wanted: false }] });
    onNamed(name);
    setDraft('');
  };
  return (
    <fieldset className="idle-classes">
      <legend>{w('idleClasses')}</legend>
      <ul>
        {drawing.classes.map((one, at) => (
          <ClassRow key={one.name} {...props} one={one} at={at} />
        ))}
      </ul>
      <form onSubmit={add}>
        <label>
          <span className="unseen">{w('idleNewClass')}</span>
          <input
            type="text"
            placeholder={w('idleNewClass')}
            value={draft}
            maxLength={mostLetters}
            onChange={(event) => setDraft(event.target.value)}
          />
        </label>
        <button type="submit" className="plain" disabled={name === '' || isTaken || isFull}>
          {w('idleAddClass')}
        </button>
      </form>
    </fieldset>
  );
}

function ClassRow(props: ClassListProps & { readonly one: VacantClass; readonly at: number }) {
  const { drawing, colours, className, cellM2, onPick, onChange, one, at } = props;
  const { language, w } = useSpeak();
  const id = useId();
  const own = drawing.polygons.filter((polygon) => polygon.className === one.name);
  const cells = own.reduce((sum, { rings }) => sum + areaOf(rings), 0);
  const change = (next: Partial<VacantClass>) =>
    onChange({
      ...drawing,
      classes: drawing.classes.map((other) => (other === one ? { ...one, ...next } : other)),
    });
  return (
    <li data-class={one.name}>
      <input
        id={id}
        type="radio"
        name="class"
        checked={className === one.name}
        onChange={() => onPick(one.name)}
      />
      <label htmlFor={id}>
        <i style={{ background: colours.get(one.name) }} />
        <span className="unseen">{w('idleDrawClass', { name: one.name, n: at + 1 })}</span>
      </label>
      <ClassName {...props} />
      <span className="quiet small idle-amount">
        {w('idleLabelled', {
          n: own.length,
          area: cellM2 === null ? '–' : formatNumber((cells * cellM2) / 10_000, 2, language),
        })}
      </span>
      <label className="small">
        <input
          type="checkbox"
          checked={one.wanted}
          onChange={(event) => change({ wanted: event.target.checked })}
        />{' '}
        {w('idleWanted')}
      </label>
      <button
        type="button"
        className="plain"
        aria-label={w('idleDropClass', { name: one.name })}
        title={w('idleDropClass', { name: one.name })}
        disabled={own.length > 0 || drawing.classes.length === 1}
        onClick={() => onChange({ ...drawing, classes: drawing.classes.filter((other) => other !== one) })}
      >
        ×
      </button>
    </li>
  );
}

/** The name, changed when the field is left: half a name would be saved otherwise. */
function ClassName({
  drawing,
  className,
  onNamed,
  onChange,
  one,
}: ClassListProps & { readonly one: VacantClass }) {
  const { w } = useSpeak();
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    const name = draft?.trim() ?? '';
    setDraft(null);
    if (name === '' || drawing.classes.some((other) => other.name === name)) return;
    onChange(renamedClass(drawing, one.name, name));
    if (className === one.name) onNamed(name);
  };
  return (
    <input
      type="text"
      aria-label={w('idleClassName')}
      value={draft ?? one.name}
      maxLength={mostLetters}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
