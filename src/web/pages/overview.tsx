import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { OverviewAnswer, OverviewRow } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { LazyMap } from '../charts/lazy-map.js';
import { OverviewTip } from '../charts/map-tip.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useMapTools } from '../measure/map-tools.js';
import { useClasses, useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useAddress } from '../router.js';
import { OverviewControls } from './overview-controls.js';
import { byRank, filtersOf, matches } from './overview-filter.js';
import { cityPath, RankedList } from './overview-list.js';
import { type Colouring, colourings, OverviewLegend, useLooks } from './overview-looks.js';
import { RegisterTotals } from './register-totals.js';

const noRows: readonly OverviewRow[] = [];

/** All listed cities: map, ranked list, filters, totals of the register. */
export function Overview() {
  const { w } = useSpeak();
  const meta = useMeta();
  const { query } = useAddress();
  const period = query.get('period') ?? meta?.latest ?? null;
  const indices = meta?.periods.find((one) => one.period === period)?.indices ?? [];
  const asked = query.get('index');
  const index = asked !== null && indices.includes(asked) ? asked : (indices[0] ?? null);
  const path = period === null || meta === null ? null : pathOf('/api/overview', { period, index });
  const { answer, error, busy, retry } = useAnswer<OverviewAnswer>(path);
  const rows = answer?.rows ?? noRows;
  const filters = useDeferredValue(useMemo(() => filtersOf(query), [query]));
  const worstFirst = query.get('order') === 'worst';
  const shown = useMemo(
    () =>
      byRank(
        rows.filter((row) => matches(row, filters)),
        worstFirst,
      ),
    [rows, filters, worstFirst],
  );
  const colouring = colourings.find((one) => one === query.get('colour')) ?? 'score';
  const title = w('overviewTitle', { n: meta?.totals.listed ?? '…' });
  useTitle(w('overview'));

  return (
    <div className="overview">
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <OverviewControls period={period} index={index} indices={indices} rows={rows} colouring={colouring} />
      {error !== null && <ErrorNote error={error} retry={retry} />}
      <div className={busy && answer !== null ? 'split busy' : 'split'} aria-busy={busy}>
        <MapPane rows={rows} shown={shown} colouring={colouring} answer={answer} />
        {answer === null && error === null ? (
          <Skeleton height={620} />
        ) : (
          answer !== null && <RankedList answer={answer} shown={shown} all={rows} worstFirst={worstFirst} />
        )}
      </div>
      <RegisterTotals />
    </div>
  );
}

interface MapPaneProps {
  readonly rows: readonly OverviewRow[];
  readonly shown: readonly OverviewRow[];
  readonly colouring: Colouring;
  readonly answer: OverviewAnswer | null;
}

function MapPane({ rows, shown, colouring, answer }: MapPaneProps) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const [marked, setMarked] = useState<string | null>(null);
  const looks = useLooks(rows, colouring);
  const { under: tools, ...map } = useMapTools({ scale: true });
  const labelOf = useCallback(
    (row: OverviewRow) => {
      const score = row.score === null ? w('noData') : formatNumber(row.score, 1, language);
      return `${t(row.name)}, ${label('official_type', row.type)}, ${w('score')} ${score}`;
    },
    [language, w, t, label],
  );
  const period = answer?.period ?? '';
  const hrefOf = useCallback((row: OverviewRow) => cityPath(row.id, period), [period]);
  const flags = answer?.flags;
  const tipOf = useCallback(
    (row: OverviewRow) => (
      <OverviewTip row={row} flags={flags?.filter((one) => row.flags.includes(one.id)) ?? []} />
    ),
    [flags],
  );
  const caption =
    answer === null
      ? ''
      : w('mapCaption', { index: t(answer.label), period, catalog: answer.catalog.slice(0, 8) });
  return (
    <figure className="map-pane" aria-label={w('map')}>
      <OverviewLegend looks={looks} colouring={colouring} />
      {rows.length === 0 ? (
        <div className="map-frame" />
      ) : (
        <LazyMap
          all={rows}
          shown={shown}
          lookOf={looks.lookOf}
          labelOf={labelOf}
          hrefOf={hrefOf}
          tipOf={tipOf}
          caption={caption}
          marked={marked}
          onMark={setMarked}
          {...map}
        />
      )}
      {tools}
    </figure>
  );
}
