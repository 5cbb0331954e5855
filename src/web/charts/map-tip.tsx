import type { ReactNode } from 'react';
import type { OverviewRow } from '../../api/contract.js';
import type { FlagNote } from '../../assess/index.js';
import { absent, formatNumber, formatPersons, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FlagMark } from '../parts/flag-mark.js';
import { FlagSign } from '../parts/flag-sign.js';

interface MapTipProps {
  readonly children: ReactNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** Card beside a symbol; on the side of it that has room. */
export function MapTip({ children, x, y, radius, width, height }: MapTipProps) {
  const right = x < width / 2;
  const gap = radius + 10;
  const place = {
    ...(right ? { left: x + gap } : { right: width - x + gap }),
    ...(y < height / 2 ? { top: Math.max(4, y - 12) } : { bottom: Math.max(4, height - y - 12) }),
  };
  return (
    <div className="tip" style={place} role="presentation">
      {children}
    </div>
  );
}

/** What the card says of a row of the overview. */
export function OverviewTip({
  row,
  flags,
}: {
  readonly row: OverviewRow;
  readonly flags: readonly FlagNote[];
}) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const interval = row.rankInterval;
  return (
    <>
      <strong>{t(row.name)}</strong>{' '}
      <span className="quiet">{language === 'zh' ? row.name.en : row.name.zh}</span>
      <p>
        {t(row.province)} · {label('level', row.level)} · {label('official_type', row.type)}
      </p>
      <dl>
        <dt>{w('score')}</dt>
        <dd>
          {row.score === null ? w('noData') : formatNumber(row.score, 1, language)}
          <FlagMark flags={flags} />
        </dd>
        <dt>{w('rank')}</dt>
        <dd>
          {row.rank ?? absent}
          {interval !== null && (
            <span className="quiet">
              {' '}
              ({interval[0]}–{interval[1]})
            </span>
          )}
        </dd>
        <dt>{w('population')}</dt>
        <dd>{row.population === null ? w('noData') : formatPersons(row.population, language)}</dd>
        <dt>{w('coverage')}</dt>
        <dd>{formatShare(row.coverage, language)}</dd>
      </dl>
      <p className="quiet">{w('lightCounts', row.lights)}</p>
      {flags.map((one) => (
        <p key={one.id} className="quiet">
          <FlagSign /> {t(one.label)}
        </p>
      ))}
    </>
  );
}
