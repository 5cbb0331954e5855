import { useSpeak } from '../language.js';

/** Holds the place of what is still being read, so that nothing jumps; `height` in pixels. */
export function Skeleton({ height }: { readonly height: number }) {
  const { w } = useSpeak();
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="unseen">{w('loading')}</span>
    </div>
  );
}
