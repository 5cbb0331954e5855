import { useId } from 'react';
import type { ReturnAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import { TextField } from '../parts/text-field.js';

type Line = ReturnAnswer['forms'][number]['sections'][number]['lines'][number];

/** What somebody is typing into a line. */
export interface Draft {
  readonly value: string;
  readonly words: string;
  readonly source: string;
}

/** What a line holds, as it would be typed. A value that was given in another unit keeps that unit. */
export function draftOf({ value, unit }: Line): Draft {
  if (value === null) return { value: '', words: '', source: '' };
  const { value: number, explanation, missing, source } = value;
  const other = value.unit === unit ? '' : ` ${value.unit}`;
  return {
    value: number === null ? '' : `${number}${other}`,
    words: number === null ? missing : explanation,
    source,
  };
}

interface ReturnLineProps {
  readonly line: Line;
  readonly draft: Draft;
  readonly maySave: boolean;
  readonly onDraft: (draft: Draft) => void;
}

/** One indicator: its value with unit and that of last year, a word of explanation, its source, and what the checks say. */
export function ReturnLine({ line, draft, maySave, onDraft }: ReturnLineProps) {
  const { w, t } = useSpeak();
  const id = useId();
  const name = w('returnValue', { label: t(line.label), unit: t(line.unitLabel) });
  const last =
    line.lastYear === null
      ? w('returnNoLast')
      : w('returnLast', { period: line.lastYear.period, value: line.lastYear.value });
  return (
    <fieldset className="return-line" data-indicator={line.indicator} disabled={!maySave}>
      <legend>
        {name} {line.required && <span className="quiet">· {w('returnRequired')}</span>}
      </legend>
      <div className="field">
        <label htmlFor={id} className="unseen">
          {name}
        </label>
        <input
          id={id}
          inputMode="decimal"
          value={draft.value}
          aria-invalid={line.issues.some(({ severity }) => severity === 'error')}
          aria-describedby={`${id}-last`}
          onChange={(event) => onDraft({ ...draft, value: event.target.value })}
        />
        <small id={`${id}-last`} className="quiet">
          {last}
        </small>
      </div>
      <TextField
        label={w('returnWords')}
        value={draft.words}
        onChange={(words) => onDraft({ ...draft, words })}
      />
      <TextField
        label={w('returnSource')}
        value={draft.source}
        onChange={(source) => onDraft({ ...draft, source })}
      />
      {line.issues.length > 0 && <IssueList issues={line.issues} />}
    </fieldset>
  );
}
