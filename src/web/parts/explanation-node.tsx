import { useId, useState } from 'react';
import type { ExplainAnswer } from '../../api/contract.js';
import type { CellSource } from '../../observe/index.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import { useUnit } from './units.js';

const kindWords: Readonly<Record<ExplainAnswer['kind'], WordKey>> = {
  computation: 'kindComputation',
  source: 'kindSource',
  judgement: 'kindJudgement',
  parameter: 'kindParameter',
  missing: 'kindMissing',
};

interface NodeProps {
  readonly node: ExplainAnswer;
  /** How many levels from here on are open at first. */
  readonly openTo: number;
}

/** One number of the tree with what it comes from; children are drawn only when opened. */
export function ExplanationNode({ node, openTo }: NodeProps) {
  const { w, t } = useSpeak();
  const [open, setOpen] = useState(openTo > 0);
  const body = useId();
  return (
    <div className={`node node-${node.kind}`}>
      <button
        type="button"
        className="node-head"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <span className="node-label">{t(node.label)}</span>
        <NodeValue node={node} />
        <span className="node-kind">{w(kindWords[node.kind])}</span>
      </button>
      <div id={body} hidden={!open}>
        {open && <NodeBody node={node} openTo={openTo} />}
      </div>
    </div>
  );
}

function NodeValue({ node }: { readonly node: ExplainAnswer }) {
  const { language, w } = useSpeak();
  const unit = useUnit(node.unit);
  if (node.value === null) {
    // a light is a judgement in words, not a number that is missing
    return <span className="node-value none">{node.id.startsWith('light/') ? '' : w('noData')}</span>;
  }
  return (
    <span className="node-value">
      {formatIn(node.value, unit, language)} <small>{unit.label}</small>
    </span>
  );
}

function NodeBody({ node, openTo }: NodeProps) {
  const { w, t } = useSpeak();
  return (
    <div className="node-body">
      <p>{t(node.how)}</p>
      {node.remarks.map((remark) => (
        <p key={remark.en} className="remark">
          {t(remark)}
        </p>
      ))}
      {node.references.length > 0 && (
        <p className="quiet">
          {w('references')}: {node.references.join(', ')}
        </p>
      )}
      {node.source !== null && <SourceCard source={node.source} />}
      {node.inputs.length > 0 && (
        <>
          <p className="quiet">
            {node.inputs.length === 1 ? w('oneInput') : w('inputs', { n: node.inputs.length })}
          </p>
          {node.inputs.map((input, i) => (
            // the same number can stand twice among the inputs
            <ExplanationNode key={`${i} ${input.id}`} node={input} openTo={openTo - 1} />
          ))}
        </>
      )}
    </div>
  );
}

/** Where a figure was read: the end of every branch. */
function SourceCard({ source }: { readonly source: CellSource }) {
  const { w, t } = useSpeak();
  return (
    <dl className="source-card">
      <dt>{w('source')}</dt>
      <dd>{t(source.title)}</dd>
      <dt>{w('file')}</dt>
      <dd>
        <code>{source.file}</code>
      </dd>
      <dt>{w('locator')}</dt>
      <dd>{source.locator}</dd>
      <dt>{w('repository')}</dt>
      <dd>{source.repository}</dd>
      <dt>{w('primarySource')}</dt>
      <dd>{t(source.primary)}</dd>
      <dt>{w('licence')}</dt>
      <dd data-licence={source.licence}>{source.licence}</dd>
      <dt>{w('checksum')}</dt>
      <dd>
        <code title={source.sha256}>{source.sha256.slice(0, 12)}</code>
      </dd>
    </dl>
  );
}
