import { useSpeak } from '../language.js';
import type { CanvasMode } from './label-canvas.js';

interface ToolBarProps {
  readonly mode: CanvasMode;
  readonly setMode: (mode: CanvasMode) => void;
  readonly chosen: string | null;
  readonly onDelete: () => void;
  readonly undo: (() => void) | null;
}

/** Drawing or choosing, deleting, taking back. */
export function ToolBar({ mode, setMode, chosen, onDelete, undo }: ToolBarProps) {
  const { w } = useSpeak();
  return (
    <div className="idle-tools" role="toolbar" aria-label={w('idleTools')}>
      {(['draw', 'choose'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="plain"
          aria-pressed={mode === one}
          onClick={() => setMode(one)}
        >
          {w(one === 'draw' ? 'idleDraw' : 'idleChoose')}
        </button>
      ))}
      <button type="button" className="plain" disabled={chosen === null} onClick={onDelete}>
        {w('idleDelete')}
      </button>
      <button type="button" className="plain" disabled={undo === null} onClick={() => undo?.()}>
        {w('idleUndo')}
      </button>
    </div>
  );
}
