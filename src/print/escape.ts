export { escapeMarkup as escapeHtml } from '../base/index.js';

/** A coordinate with at most two digits, so that equal drawings are equal text on every machine. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
