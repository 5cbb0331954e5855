/** A small flag; drawn, since the shipped font has none and not every machine has another. Words beside it say what it means. */
export function FlagSign() {
  return (
    <svg className="flag-sign" viewBox="0 0 12 14" width="10" height="12" aria-hidden="true">
      <path d="M2,1v12" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M2,1.5h9l-2.6,3l2.6,3h-9z" fill="currentColor" />
    </svg>
  );
}
