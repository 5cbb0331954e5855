import { AfterlodeError } from '../../base/index.js';
import type { LabProblem } from './messages.js';

/** A fault in words a reader can act on; what no step foresaw is told as it is. */
export function problemOf(cause: unknown): LabProblem {
  if (cause instanceof AfterlodeError) {
    return { code: cause.code, message: cause.text, remedy: cause.remedy };
  }
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'UNEXPECTED',
    message: { en: `The computation stopped: ${said}`, zh: `计算中断：${said}` },
    remedy: { en: 'Undo the last choice.', zh: '请撤销上一个选择。' },
  };
}
