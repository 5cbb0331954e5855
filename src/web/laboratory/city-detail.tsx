import { Fragment, memo, useState } from 'react';
import type { Hierarchy } from '../../assess/index.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FlagMark } from '../parts/flag-mark.js';
import { Link } from '../parts/link.js';
import { WhyNumber } from '../parts/number.js';
import { StepsOfLeaf } from './leaf-steps.js';
import type { Detail, DetailNode } from './messages.js';
import type { Names } from './names.js';
import { RankChange } from './rank-change.js';

interface CityDetailProps {
  readonly detail: Detail;
  readonly hierarchy: Hierarchy;
  readonly names: Names;
  readonly period: string | null;
  /** Whether the index is as the catalog has it, so that the explanation of the catalog holds. */
  readonly asCatalog: boolean;
  readonly isCatalog: boolean;
  readonly ranked: number;
  readonly digits: number;
  readonly interval: readonly [number, number] | null;
  readonly inTop: number | null;
  readonly top: number;
  readonly onClose: () => void;
}

/** One unit: what its score is made of, where it is strong and weak, and how each number came about. */
export const CityDetail = memo(function CityDetail(props: CityDetailProps) {
  const { detail, names, period, isCatalog, ranked, interval, inTop, top, onClose } = props;
  const { language, w, t } = useSpeak();
  const { unit, rank, ownRank } = detail;
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return (
    <section className="lab-detail" aria-label={t(names.place(unit).name)}>
      <div className="list-head">
        <h2>
          {isCatalog ? (
            <Link to={`/city/${encodeURIComponent(unit)}${period === null ? '' : `?period=${period}`}`}>
              {t(names.place(unit).name)}
            </Link>
          ) : (
            t(names.place(unit).name)
          )}
        </h2>
        <p>
          {Number.isNaN(rank)
            ? w('labUnranked')
            : w('labRankOf', { rank: formatNumber(rank, 0, language), n: ranked })}{' '}
          <RankChange rank={known(rank)} ownRank={known(ownRank)} />{' '}
          <span className="quiet">
            {interval !== null && w('rankInterval', { low: interval[0], high: interval[1] })}
            {inTop !== null && ` · ${w('labInTopText', { n: top, share: formatShare(inTop, language) })}`}
          </span>
        </p>
        <button type="button" className="plain" onClick={onClose}>
          {w('close')}
        </button>
      </div>
      <StrongPoints {...props} />
      <NodeTable {...props} />
    </section>
  );
});

/** The three indicators that speak most for a unit, and those that cost it most. */
function StrongPoints({ detail, hierarchy, names, period }: CityDetailProps) {
  const { language, w, t } = useSpeak();
  const leaves = detail.nodes.slice(0, hierarchy.leaves).filter((node) => !Number.isNaN(node.score));
  const lead = (node: DetailNode) => node.wholeWeight * (node.score - node.median);
  const strong = leaves.filter((node) => lead(node) > 0).sort((a, b) => lead(b) - lead(a));
  const weak = leaves.filter((node) => lead(node) < 0).sort((a, b) => lead(a) - lead(b));
  const obstacles = leaves.filter((node) => node.obstacle > 0).sort((a, b) => b.obstacle - a.obstacle);
  const list = (title: string, nodes: readonly DetailNode[], say: (node: DetailNode) => string) => (
    <div>
      <h3>{title}</h3>
      {nodes.length === 0 ? (
        <p className="quiet">{w('none')}</p>
      ) : (
        <ol className="plain-list">
          {nodes.slice(0, 3).map((node) => (
            <li key={node.code}>
              {t(names.node(node.code))}
              <FlagMark flags={names.flags(detail.unit, period, node.code)} />{' '}
              <span className="quiet">{say(node)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
  const points = (node: DetailNode) => `${lead(node) > 0 ? '+' : ''}${formatNumber(lead(node), 1, language)}`;
  return (
    <div className="points">
      {list(w('labStrong'), strong, points)}
      {list(w('labWeak'), weak, points)}
      {list(w('labObstacles'), obstacles, (node) => formatShare(node.obstacle, language))}
    </div>
  );
}

function NodeTable(props: CityDetailProps) {
  const { hierarchy, digits } = props;
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="lab-nodes">
        <thead>
          <tr>
            <th scope="col">{w('labNode')}</th>
            <th scope="col" className="amount">
              {w('score')}
            </th>
            <th scope="col" className="amount wide">
              {w('rank')}
            </th>
            <th scope="col" className="wide">
              {w('labAgainstMedian')}
            </th>
            <th scope="col" className="amount">
              {w('weight')}
            </th>
            <th scope="col" className="amount">
              {w('labPart')}
            </th>
            <th scope="col" className="amount wide">
              {w('labObstacle')}
            </th>
          </tr>
        </thead>
        <tbody>
          {fromTop(hierarchy).map(({ at, depth }) => (
            <NodeRow key={at} {...props} at={at} depth={depth} digits={digits} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nodes as a reader goes through them: the index, then each branch to its leaves. */
function fromTop({ nodes }: Hierarchy): readonly { readonly at: number; readonly depth: number }[] {
  const found: { at: number; depth: number }[] = [];
  const visit = (at: number, depth: number) => {
    found.push({ at, depth });
    for (const child of nodes[at]?.children ?? []) visit(child, depth + 1);
  };
  visit(nodes.length - 1, 0);
  return found;
}

function NodeRow(props: CityDetailProps & { readonly at: number; readonly depth: number }) {
  const { at, depth, detail, hierarchy, names, asCatalog, period, digits } = props;
  const { language, w, t } = useSpeak();
  const [open, setOpen] = useState(false);
  const node = detail.nodes[at] as DetailNode;
  const isIndex = at === hierarchy.nodes.length - 1;
  const score = formatNumber(node.score, digits, language);
  return (
    <Fragment>
      <tr data-detail={node.code}>
        <th scope="row" style={{ paddingLeft: `${depth * 1.1}rem` }}>
          {node.leaf === null ? <b>{t(names.node(node.code))}</b> : t(names.node(node.code))}
          <FlagMark flags={names.flags(detail.unit, period, node.code)} />
        </th>
        <td className="amount">
          {asCatalog && period !== null ? (
            <WhyNumber address={`score/${detail.unit}/${period}/${node.code}`}>{score}</WhyNumber>
          ) : (
            <button
              type="button"
              className="number"
              data-computed={node.code}
              aria-expanded={open}
              aria-label={w('labComputed', { value: score })}
              onClick={() => setOpen(!open)}
            >
              {score}
            </button>
          )}
        </td>
        <td className="amount wide">{formatNumber(node.rank, 0, language)}</td>
        <td className="wide">
          <AgainstMedian score={node.score} median={node.median} nodes={detail.nodes} />
        </td>
        <td className="amount">{isIndex ? '' : formatShare(node.weight, language, 1)}</td>
        <td className="amount">{isIndex ? '' : formatNumber(node.part, digits, language)}</td>
        <td className="amount wide">{isIndex ? '' : formatShare(node.obstacle, language, 1)}</td>
      </tr>
      {open && (
        <tr className="lab-steps-row">
          <td colSpan={7}>
            {node.leaf === null ? (
              <GroupSum {...props} />
            ) : (
              <StepsOfLeaf
                node={node}
                leaf={node.leaf}
                unit={names.unit(node.code)}
                digits={digits}
                address={addressOf(props, node.code)}
              />
            )}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** Where the value itself is explained; only indices of the workspace have such an address. */
function addressOf({ detail, names, period }: CityDetailProps, code: string): string | null {
  const indicator = names.indicator(code);
  return indicator === null || period === null ? null : `value/${detail.unit}/${period}/${indicator}`;
}

/** How the score of a group follows from those of its children. */
function GroupSum({ at, detail, hierarchy, names, digits }: CityDetailProps & { readonly at: number }) {
  const { language, w, t } = useSpeak();
  const node = detail.nodes[at] as DetailNode;
  const children = (hierarchy.nodes[at]?.children ?? []).map((child) => detail.nodes[child] as DetailNode);
  const sum = children.reduce((total, child) => total + (Number.isNaN(child.part) ? 0 : child.part), 0);
  const isSum = Math.abs(sum - node.score) < 1e-6 * Math.max(1, Math.abs(sum));
  return (
    <div className="lab-computation" data-computation={node.code}>
      <ul className="plain-list">
        {children.map((child) => (
          <li key={child.code}>
            {t(names.node(child.code))}:{' '}
            {Number.isNaN(child.score)
              ? w('labDropsOut')
              : `${formatNumber(child.score, digits, language)} × ${formatShare(child.weight, language, 1)}${
                  isSum ? ` = ${formatNumber(child.part, digits, language)}` : ''
                }`}
          </li>
        ))}
      </ul>
      <p>
        {w(isSum ? 'labSum' : 'labByRule')} <b>{formatNumber(node.score, digits, language)}</b>
      </p>
    </div>
  );
}

/** The score beside the median of all, on the line from the lowest to the highest of this unit's scores. */
function AgainstMedian({
  score,
  median,
  nodes,
}: {
  readonly score: number;
  readonly median: number;
  readonly nodes: readonly DetailNode[];
}) {
  const all = nodes.flatMap((node) => [node.score, node.median]).filter(Number.isFinite);
  const low = Math.min(0, ...all);
  const high = Math.max(...all);
  if (Number.isNaN(score) || !(high > low)) return null;
  const at = (value: number) => 2 + (96 * (value - low)) / (high - low);
  return (
    <svg className="strip lab-strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="2" x2="98" y1="5" y2="5" className="axis" vectorEffect="non-scaling-stroke" />
      <rect
        x={Math.min(at(score), at(median))}
        y="3"
        width={Math.abs(at(score) - at(median))}
        height="4"
        className={score >= median ? 'ahead' : 'behind'}
      />
      <line
        x1={at(median)}
        x2={at(median)}
        y1="0"
        y2="10"
        className="median"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
