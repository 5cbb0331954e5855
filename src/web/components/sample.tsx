import type { ReactNode } from 'react';

interface SampleProps {
  /** Name in the sources: of a component, or of a class of the styles. */
  readonly name: string;
  /** When to take it. */
  readonly when: string;
  readonly children: ReactNode;
}

/** A part as pages show it, its name, and when to take it. */
export function Sample({ name, when, children }: SampleProps) {
  return (
    <div className="sample" data-sample={name}>
      <div className="sample-part">{children}</div>
      <p>
        <code>{name}</code> <span className="quiet">{when}</span>
      </p>
    </div>
  );
}

interface GroupProps {
  /** For tests: `data-section`. */
  readonly name: string;
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** Parts of one kind under their title. */
export function Group({ name, title, text, children }: GroupProps) {
  return (
    <section data-section={name}>
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}
