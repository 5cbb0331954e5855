import { useId, useState } from 'react';

interface YearEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onYear: (year: string) => void;
}

/** A year typed in; it counts once it has four digits. */
export function YearEntry({ label, value, onYear }: YearEntryProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className="field year-entry">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        maxLength={4}
        value={draft ?? value}
        onChange={(event) => {
          const text = event.target.value;
          setDraft(text);
          if (/^(19|20)\d\d$/.test(text)) onYear(text);
        }}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
}
