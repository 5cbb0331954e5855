import { memo, useId, useState } from 'react';
import type { Hierarchy } from '../../assess/index.js';
import { formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import type { Names } from './names.js';
import { NumberEntry } from './number-entry.js';
import type { Settings } from './settings.js';
import { allShares, isMovable, movedShares, sharesOf, wholeShares } from './shares.js';
import type { Change } from './use-settings.js';

interface TreeProps {
  readonly hierarchy: Hierarchy;
  readonly names: Names;
  /** Shares among siblings, by node. */
  readonly shares: Float64Array;
  readonly locked: ReadonlySet<string>;
  readonly change: Change;
}

/** Above so many nodes only the upper levels are open at first. */
const manyNodes = 40;

/** Whether map and sliders stand side by side; below each other, groups are closed at first. */
function isWide(): boolean {
  return window.matchMedia('(min-width: 56rem)').matches;
}

/** The index as a tree; every node has a slider for its share among its siblings. */
export const WeightTree = memo(function WeightTree({ hierarchy, names, shares, locked, change }: TreeProps) {
  const { t } = useSpeak();
  const whole = wholeShares(hierarchy, shares);
  const move = (node: number, share: number) =>
    change((old) =>
      withShares(old, hierarchy, shares, movedShares(hierarchy, shares, old.locked, node, share)),
    );
  const lock = (code: string) => change((old) => ({ ...old, locked: toggled(old.locked, code) }));
  const group = (children: readonly number[], shareOf: (child: number) => number) =>
    change((old) =>
      withShares(
        old,
        hierarchy,
        shares,
        new Map(children.map((at) => [hierarchy.nodes[at]?.code ?? '', shareOf(at)])),
      ),
    );
  const even = (children: readonly number[]) => group(children, () => 1 / children.length);
  const given = (children: readonly number[]) => {
    const all = givenShares(hierarchy);
    group(children, (at) => all[at] as number);
  };
  const top = hierarchy.nodes.length - 1;
  const parts = { hierarchy, names, shares, whole, locked, move, lock, even, given };
  return (
    <ul className="weights" aria-label={t(names.node(hierarchy.nodes[top]?.code ?? ''))}>
      {hierarchy.nodes[top]?.children.map((child) => (
        <Branch key={child} node={child} depth={0} {...parts} />
      ))}
    </ul>
  );
});

/** The settings with new shares of one group; shares that came from elsewhere are taken over with the first move. */
function withShares(
  old: Settings,
  hierarchy: Hierarchy,
  shares: Float64Array,
  group: ReadonlyMap<string, number>,
): Settings {
  const before = old.steps.weigh === 'moved' ? old.weights : startOf(hierarchy, shares);
  return { ...old, steps: { ...old.steps, weigh: 'moved' }, weights: new Map([...before, ...group]) };
}

function givenShares(hierarchy: Hierarchy): Float64Array {
  return sharesOf(
    hierarchy,
    hierarchy.nodes.map(({ weight }) => weight),
  );
}

/** Weights that are as given need no copy: what is not named stays so. */
function startOf(hierarchy: Hierarchy, shares: Float64Array): ReadonlyMap<string, number> {
  return givenShares(hierarchy).every((share, at) => share === shares[at])
    ? new Map()
    : allShares(hierarchy, shares);
}

function toggled(set: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(code)) next.add(code);
  return next;
}

interface BranchProps extends Omit<TreeProps, 'change'> {
  readonly node: number;
  readonly depth: number;
  readonly whole: Float64Array;
  readonly move: (node: number, share: number) => void;
  readonly lock: (code: string) => void;
  readonly even: (children: readonly number[]) => void;
  readonly given: (children: readonly number[]) => void;
}

function Branch(props: BranchProps) {
  const { node, depth, hierarchy, names, even, given } = props;
  const { w, t } = useSpeak();
  const [open, setOpen] = useState(() => hierarchy.nodes.length <= manyNodes && isWide());
  const list = useId();
  const children = hierarchy.nodes[node]?.children ?? [];
  const name = t(names.node(hierarchy.nodes[node]?.code ?? ''));
  return (
    <li>
      <NodeWeight {...props} />
      {children.length > 0 && (
        <>
          <div className="weights-tools">
            <button
              type="button"
              className="row-open"
              aria-expanded={open}
              aria-controls={list}
              onClick={() => setOpen(!open)}
            >
              {open ? '▾' : '▸'} {w('labParts', { n: children.length })}
            </button>
            {open && (
              <>
                <button
                  type="button"
                  className="row-open"
                  aria-label={w('labEvenOf', { name })}
                  onClick={() => even(children)}
                >
                  {w('labEven')}
                </button>
                <button
                  type="button"
                  className="row-open"
                  aria-label={w('labGivenOf', { name })}
                  onClick={() => given(children)}
                >
                  {w('labGiven')}
                </button>
              </>
            )}
          </div>
          <ul id={list} hidden={!open}>
            {open &&
              children.map((child) => <Branch {...props} key={child} node={child} depth={depth + 1} />)}
          </ul>
        </>
      )}
    </li>
  );
}

function NodeWeight({ node, hierarchy, names, shares, whole, locked, move, lock }: BranchProps) {
  const { language, w, t } = useSpeak();
  const id = useId();
  const { code, children } = hierarchy.nodes[node] as Hierarchy['nodes'][number];
  const share = shares[node] as number;
  const name = t(names.node(code));
  const movable = isMovable(hierarchy, locked, node);
  const isLocked = locked.has(code);
  return (
    <div className={children.length > 0 ? 'weight weight-group' : 'weight'} data-node={code}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        // whole shares are not always steps apart, and a browser would move the slider to the next step by itself
        step="any"
        value={share * 100}
        disabled={!movable}
        aria-valuetext={w('labShareText', {
          share: formatShare(share, language, 1),
          whole: formatShare(whole[node], language, 1),
        })}
        onChange={(event) => move(node, Math.round(Number(event.target.value) * 2) / 200)}
      />
      <NumberEntry
        label={w('labShareOf', { name })}
        value={share * 100}
        digits={1}
        range={[0, 100]}
        step={0.5}
        disabled={!movable}
        onChange={(value) => move(node, value / 100)}
      />
      <span className="weight-whole quiet" title={w('labWhole')}>
        {formatShare(whole[node], language, 1)}
      </span>
      <button
        type="button"
        className="weight-lock"
        aria-pressed={isLocked}
        aria-label={w('labLockOf', { name })}
        title={w(isLocked ? 'labUnlock' : 'labLock')}
        onClick={() => lock(code)}
      >
        <Lock closed={isLocked} />
      </button>
    </div>
  );
}

function Lock({ closed }: { readonly closed: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={closed ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V5a3 3 0 0 1 5.6-1.5'} className="shackle" />
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" className={closed ? 'body closed' : 'body'} />
    </svg>
  );
}
