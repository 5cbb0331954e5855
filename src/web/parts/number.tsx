import type { ReactNode } from 'react';
import { absent } from '../format.js';
import { useSpeak } from '../language.js';
import { navigate, withQuery } from '../router.js';

/** A number of a row of an answer, opened by its path in the row. */
export function RowNumber({
  row,
  path,
  children,
}: {
  readonly row: { readonly explain: string };
  readonly path: string;
  readonly children: ReactNode;
}) {
  return <WhyNumber address={`${row.explain}/${path}`}>{children}</WhyNumber>;
}

/** The same where what the answer was made of may be kept nowhere: then the number stands by itself. */
export function MaybeNumber({
  row,
  path,
  children,
}: {
  readonly row: { readonly explain: string | null };
  readonly path: string;
  readonly children: string;
}) {
  return row.explain === null ? (
    children
  ) : (
    <WhyNumber address={`${row.explain}/${path}`}>{children}</WhyNumber>
  );
}

/** A number that opens its sources: `address` as `explain` knows it; a missing value opens as well, to say why. */
export function WhyNumber({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const { w } = useSpeak();
  const text = typeof children === 'string' ? children : absent;
  return (
    <button
      type="button"
      className="number"
      data-why={address}
      aria-haspopup="dialog"
      aria-label={w('whyOpen', { value: text === absent ? w('noData') : text })}
      onClick={() => navigate(withQuery({ why: address }))}
    >
      {children}
    </button>
  );
}
