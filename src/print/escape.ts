/** Text for HTML content and attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A coordinate with at most two digits, so that equal drawings are equal text on every machine. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
