import { useState } from 'react';

interface NumberEntryProps {
  readonly label: string;
  readonly value: number;
  readonly digits: number;
  readonly range: readonly [least: number, most: number];
  readonly step: number;
  readonly disabled?: boolean;
  readonly name?: string;
  readonly onChange: (value: number) => void;
}

/** A number typed in; it counts as soon as it is one, and is shown in its usual form once the field is left. */
export function NumberEntry({
  label,
  value,
  digits,
  range,
  step,
  disabled,
  name,
  onChange,
}: NumberEntryProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string) => {
    setDraft(text);
    const typed = text.trim() === '' ? Number.NaN : Number(text);
    if (typed >= range[0] && typed <= range[1]) onChange(typed);
  };
  return (
    <input
      type="number"
      className="entry"
      inputMode="decimal"
      name={name}
      aria-label={label}
      min={range[0]}
      max={range[1]}
      step={step}
      disabled={disabled}
      value={draft ?? value.toFixed(digits)}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setDraft(null)}
    />
  );
}
