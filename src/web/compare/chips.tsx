import { type KeyboardEvent, useRef } from 'react';
import { useSpeak } from '../language.js';

interface Chip {
  readonly value: string;
  readonly label: string;
}

interface ChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onRemove: (value: string) => void;
}

/** What was chosen, each with a button that takes it out; arrow keys go from one to the next, Delete removes too. */
export function Chips({ label, chips, onRemove }: ChipsProps) {
  const { w } = useSpeak();
  const list = useRef<HTMLUListElement>(null);
  const go = (to: number) => list.current?.querySelectorAll('button')[to]?.focus();
  const remove = (at: number) => {
    const chip = chips[at];
    if (chip === undefined) return;
    // the one that takes its place, else the one before
    go(at + 1 < chips.length ? at + 1 : at - 1);
    onRemove(chip.value);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) go(at + step);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(at);
    else return;
    event.preventDefault();
  };
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={label} ref={list}>
      {chips.map((chip, at) => (
        <li key={chip.value} data-chip={chip.value}>
          {chip.label}
          <button
            type="button"
            aria-label={w('comparedRemove', { what: chip.label })}
            onClick={() => remove(at)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
