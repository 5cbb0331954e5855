import type { ReactNode } from 'react';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

/** A line of facts. */
export function Fact({
  name,
  of,
  children,
}: {
  readonly name: string;
  readonly of: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd data-fact={of}>{children}</dd>
    </>
  );
}

/** How numbers of the analyses are written: signed percents, shares, plain ones. Missing is a dash. */
export function useNumbers() {
  const { language } = useSpeak();
  const plain = (value: number | null, digits = 2) => formatNumber(value, digits, language);
  const signed = (value: number | null, digits = 1) =>
    `${value !== null && value > 0 ? '+' : ''}${plain(value, digits)}`;
  const percent = (value: number | null, digits = 1) => {
    const text = plain(value, digits);
    return text === absent ? text : `${text} %`;
  };
  return {
    plain,
    signed,
    percent,
    share: (value: number | null, digits = 1) => percent(value === null ? null : value * 100, digits),
    signedPercent: (value: number | null, digits = 1) =>
      value === null ? absent : `${signed(value, digits)} %`,
  };
}

/** A value at both ends. */
export function Ends({ first, last }: { readonly first: string; readonly last: string }) {
  return (
    <>
      {first} → {last}
    </>
  );
}
