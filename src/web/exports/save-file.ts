/** Offers a text as a file. The mark at the beginning of a table lets spreadsheets read Chinese; JSON and SVG must not have it. */
export function offerFile(name: string, text: string): void {
  offerBlob(name, new Blob(name.endsWith('.csv') ? ['\ufeff', text] : [text], { type: typeOf(name) }));
}

function typeOf(name: string): string {
  if (name.endsWith('.csv')) return 'text/csv;charset=utf-8';
  return name.endsWith('.svg') ? 'image/svg+xml' : 'application/geo+json';
}

/** Offers what is there as a file. */
export function offerBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
