import { type ReactNode, useState } from 'react';

interface OpeningProps {
  readonly title: string;
  readonly name: string;
  /** Drawn, and so asked for, only from the first opening on. */
  readonly children: () => ReactNode;
}

/** A section of a page that is closed until somebody wants it. */
export function Opening({ title, name, children }: OpeningProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="opening"
      data-section={name}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {opened && children()}
    </details>
  );
}
