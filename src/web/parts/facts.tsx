import type { ReactNode } from 'react';
import { absent, formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { RowNumber } from './number.js';

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

interface EndsProps {
  /** Row of the answer, and the paths of both values in it. */
  readonly row: { readonly explain: string };
  readonly paths: readonly [first: string, last: string];
  readonly first: string;
  readonly last: string;
}

/** A value at both ends; each opens its sources. */
export function Ends({ row, paths, first, last }: EndsProps) {
  return (
    <>
      <RowNumber row={row} path={paths[0]}>
        {first}
      </RowNumber>{' '}
      →{' '}
      <RowNumber row={row} path={paths[1]}>
        {last}
      </RowNumber>
    </>
  );
}

/** `netFlow` at both ends: `netFlow/first` and `netFlow/last`. */
export function bothEnds(path: string): readonly [first: string, last: string] {
  return [`${path}/first`, `${path}/last`];
}
