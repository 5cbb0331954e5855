import { useSpeak } from '../language.js';

interface MoreButtonProps {
  /** Rows there are, rows shown at most, and rows that one press adds. */
  readonly all: number;
  readonly most: number;
  readonly step: number;
  readonly onMost: (most: number) => void;
}

/** Shows more rows of a list; nothing where all are shown. */
export function MoreButton({ all, most, step, onMost }: MoreButtonProps) {
  const { w } = useSpeak();
  if (all <= most) return null;
  return (
    <button type="button" className="plain" onClick={() => onMost(most + step)}>
      {w('moreRows', { n: Math.min(step, all - most) })}
    </button>
  );
}
