import { type ReactNode, useEffect, useRef } from 'react';
import { offer } from './offered.js';
import { offerFile } from './save-file.js';

interface SaveButtonProps {
  /** Name of the file with its ending. */
  readonly name: string;
  /** Worked out when it is wanted. */
  readonly text: () => string;
  readonly title?: string;
  /** What is saved, in words. */
  readonly children: string;
}

/** Saves a table of an answer with all its digits; the list of files at the end of the page offers it too. */
export function SaveButton({ name, text, title, children }: SaveButtonProps): ReactNode {
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(
    () => offer({ name, label: children, save: () => offerFile(name, latest.current()) }),
    [name, children],
  );
  return (
    <button type="button" className="plain" title={title} onClick={() => offerFile(name, text())}>
      {children}
    </button>
  );
}
