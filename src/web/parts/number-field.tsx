import { useId, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  /** Null is shown as an empty field. */
  readonly value: number | null;
  readonly range: readonly [least: number, most: number];
  readonly step?: number | 'any';
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Whether the label is for screen readers only, since a heading beside the field says the same. */
  readonly isBare?: boolean;
  /** Told as soon as what is typed is a number of the range, and null once the field is empty. */
  readonly onValue: (value: number | null) => void;
}

/** A labelled number that may be left empty. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, range, step = 'any', placeholder, disabled, isBare, onValue } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string) => {
    setDraft(text);
    if (text.trim() === '') onValue(null);
    else if (Number(text) >= range[0] && Number(text) <= range[1]) onValue(Number(text));
  };
  return (
    <div className="field number-field">
      <label htmlFor={id} className={isBare ? 'unseen' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={range[0]}
        max={range[1]}
        step={step}
        placeholder={placeholder}
        disabled={disabled}
        value={draft ?? (value === null ? '' : String(value))}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
}
