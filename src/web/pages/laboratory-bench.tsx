import { type ReactNode, useCallback, useMemo } from 'react';
import type { Language, Text } from '../../base/index.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber } from '../format.js';
import { shiftsOf } from '../laboratory/agreement.js';
import { CityDetail } from '../laboratory/city-detail.js';
import { LabMap } from '../laboratory/lab-map.js';
import type { Picture, Sheet } from '../laboratory/messages.js';
import type { Names } from '../laboratory/names.js';
import { RankChange } from '../laboratory/rank-change.js';
import { type RankedRow, Ranking, rankedRows, scoreDigits } from '../laboratory/ranking.js';
import { rankingCsv } from '../laboratory/ranking-csv.js';
import { isChanged, type Settings } from '../laboratory/settings.js';
import { sharesOf } from '../laboratory/shares.js';
import { StepsForm } from '../laboratory/steps-form.js';
import { Uncertainty } from '../laboratory/uncertainty.js';
import type { Seen } from '../laboratory/use-bench.js';
import { type Change, linkOf } from '../laboratory/use-settings.js';
import { Versions } from '../laboratory/versions.js';
import { WeightTree } from '../laboratory/weight-tree.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';

interface WorkbenchProps {
  readonly sheet: Sheet;
  readonly picture: Picture;
  readonly names: Names;
  /** With index and period filled in. */
  readonly settings: Settings;
  readonly seen: Seen;
  readonly change: Change;
  /** Of the index; null for the reader's own tables. */
  readonly label: Text | null;
  readonly catalog: string | null;
}

/** What can be moved on the left; map, details and ranking beside it. */
export function Workbench(props: WorkbenchProps) {
  const { sheet, picture, names, settings, seen, change, label, catalog } = props;
  const { w, t } = useSpeak();
  const { variation, stale } = seen;
  const rows = useMemo(
    () => rankedRows(picture, variation, names, settings),
    [picture, variation, names, settings],
  );
  const digits = useMemo(() => scoreDigits(picture.scores), [picture]);
  const choose = useCallback(
    (unit: string) => change((old) => ({ ...old, chosen: old.chosen === unit ? null : unit })),
    [change],
  );
  const close = useCallback(() => change((old) => ({ ...old, chosen: null })), [change]);
  const { period, chosen } = settings;
  const hrefOf = useCallback(
    (unit: string) => `/city/${encodeURIComponent(unit)}${period === null ? '' : `?period=${period}`}`,
    [period],
  );
  const chosenRow = rows.find(({ place }) => place.id === chosen) ?? null;
  // only then the explanation of the catalog holds
  const asCatalog = label !== null && !isChanged(settings);
  const topCode = sheet.hierarchy.nodes.at(-1)?.code ?? '';
  const title = label === null ? w('labOwnTables') : t(label);
  const csv = () =>
    rankingCsv(rows, {
      index: settings.index ?? '',
      period: period ?? '',
      catalog: catalog ?? '',
      runs: variation?.done ?? 0,
      seed: settings.seed,
      top: settings.top,
      link: location.origin + linkOf(settings),
    });
  return (
    <>
      <Standing {...props}>
        <SaveButton
          name={`afterlode-laboratory-${settings.index ?? ''}${period === null ? '' : `-${period}`}.csv`}
          text={csv}
        >
          {w('download')}
        </SaveButton>
      </Standing>
      <div className="lab-grid">
        <Moving {...props} chosenRow={chosenRow} />
        {rows.some(({ place }) => place.point !== null) && (
          <LabMap
            rows={rows}
            digits={digits}
            colour={settings.colour}
            chosen={chosen}
            caption={w('mapCaption', {
              index: title,
              period: period ?? '',
              catalog: catalog?.slice(0, 8) ?? '',
            })}
            hrefOf={hrefOf}
            onChoose={choose}
          />
        )}
        <Ranking
          rows={rows}
          ranked={picture.ranked}
          digits={digits}
          top={settings.top}
          stale={stale}
          why={asCatalog && period !== null ? `${period}/${topCode}` : null}
          chosen={chosen}
          onChoose={choose}
        />
        {picture.detail !== null && picture.detail.unit === chosen && (
          <CityDetail
            key={chosen}
            detail={picture.detail}
            hierarchy={sheet.hierarchy}
            names={names}
            period={period}
            isCatalog={label !== null}
            asCatalog={asCatalog}
            ranked={picture.ranked}
            digits={digits}
            interval={chosenRow?.interval ?? null}
            inTop={chosenRow?.inTop ?? null}
            top={settings.top}
            onClose={close}
          />
        )}
      </div>
      <Versions picture={picture} settings={settings} chosen={chosenRow?.place ?? null} change={change} />
      <Strip row={chosenRow ?? rows[0] ?? null} />
    </>
  );
}

/** The left side: weights, methods, uncertainty. */
function Moving(props: WorkbenchProps & { readonly chosenRow: RankedRow | null }) {
  const { sheet, picture, names, settings, seen, change, chosenRow } = props;
  const { w, t } = useSpeak();
  const { hierarchy } = sheet;
  const { steps, weights } = settings;
  const shares = useMemo(() => {
    if (steps.weigh === 'moved') {
      return sharesOf(
        hierarchy,
        hierarchy.nodes.map(({ code, weight }) => weights.get(code) ?? weight),
      );
    }
    return picture.weights;
  }, [steps.weigh, weights, hierarchy, picture.weights]);
  const weigh = (how: Settings['steps']['weigh']) =>
    change((old) => ({ ...old, steps: { ...old.steps, weigh: how }, weights: new Map(), locked: new Set() }));
  return (
    <div className="lab-moving">
      <section aria-label={w('labWeights')}>
        <div className="list-head">
          <h2>{w('labWeights')}</h2>
          <button type="button" className="plain" onClick={() => weigh('equal')}>
            {w('labAllEqual')}
          </button>
          <button type="button" className="plain" onClick={() => weigh('own')}>
            {w('labAsGiven')}
          </button>
        </div>
        <div className="weights-head quiet" aria-hidden="true">
          <span>{w('labInGroup')}</span>
          <span>{w('labWhole')}</span>
        </div>
        <WeightTree
          hierarchy={hierarchy}
          names={names}
          shares={shares}
          locked={settings.locked}
          change={change}
        />
      </section>
      <section aria-label={w('labSteps')}>
        <h2>{w('labSteps')}</h2>
        <StepsForm steps={steps} sheet={sheet} change={change} />
      </section>
      <Uncertainty
        settings={settings}
        variation={seen.variation}
        stale={seen.stale}
        influence={seen.influence}
        problem={seen.varyProblem}
        chosenName={chosenRow === null ? null : t(chosenRow.place.name)}
        change={change}
      />
    </div>
  );
}

/** How the present state stands to the index as it is defined, and what the engine remarked. */
function Standing(props: WorkbenchProps & { readonly children: ReactNode }) {
  const { sheet, picture, settings, seen, label, children } = props;
  const { language, w } = useSpeak();
  const issues = [...sheet.issues, ...picture.issues];
  const { shownAfter } = seen;
  return (
    <div className="lab-standing">
      <p role="status">
        {isChanged(settings)
          ? w('labChanged', changeFacts(picture, language))
          : w(label === null ? 'labAsRead' : 'labAsDefined')}{' '}
        {shownAfter !== null && (
          <span className="quiet" data-shown-after={shownAfter}>
            {w('labShownAfter', { ms: Math.ceil(shownAfter) })}
          </span>
        )}
      </p>
      {children}
      {issues.length > 0 && (
        <details>
          <summary>{w('labNotes', { n: issues.length })}</summary>
          <IssueList issues={issues} />
        </details>
      )}
    </div>
  );
}

function changeFacts({ ranks, ownRanks, agreement }: Picture, language: Language) {
  const { mean, most } = shiftsOf(ranks, ownRanks);
  return {
    agreement: formatNumber(agreement, 3, language),
    shift: formatNumber(mean, 1, language),
    most,
  };
}

/** On a narrow screen: the rank one is after stays in sight while weights move. */
function Strip({ row }: { readonly row: RankedRow | null }) {
  const { t } = useSpeak();
  if (row === null) return null;
  return (
    <div className="lab-strip-bar" aria-hidden="true">
      <b>{row.rank ?? ''}</b> {t(row.place.name)} <RankChange rank={row.rank} ownRank={row.ownRank} />
    </div>
  );
}
