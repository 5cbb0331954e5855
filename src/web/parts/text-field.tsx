import { useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly type?: 'text' | 'date' | 'number' | 'password';
  /** What browsers fill in, such as `username`. */
  readonly autoComplete?: string;
  readonly required?: boolean;
  /** Id of a list of proposals. */
  readonly list?: string;
  readonly hint?: string;
}

/** A labelled line to write in. */
export function TextField({
  label,
  value,
  onChange,
  className = '',
  type = 'text',
  hint,
  ...others
}: TextFieldProps) {
  const id = useId();
  return (
    <div className={`field ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...others}
      />
      {hint !== undefined && (
        <small id={`${id}-hint`} className="quiet">
          {hint}
        </small>
      )}
    </div>
  );
}
