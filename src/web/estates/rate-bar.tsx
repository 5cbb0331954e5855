import type { VacancyRow } from '../../api/contract.js';

type Range = NonNullable<VacancyRow['rate']>;

/** A share with its interval on the line from 0 to 1; the text beside it says the same. */
export function RateBar({ rate, width = 96 }: { readonly rate: Range; readonly width?: number }) {
  const at = (value: number) => value * (width - 4) + 2;
  return (
    <svg className="interval" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line x1="0" x2={width} y1="6" y2="6" className="axis" />
      <rect
        x={at(rate.low) - 1}
        width={Math.max(2, at(rate.high) - at(rate.low) + 2)}
        y="4"
        height="4"
        className="span"
      />
      <line x1={at(rate.mid)} x2={at(rate.mid)} y1="1" y2="11" className="tick" />
    </svg>
  );
}
