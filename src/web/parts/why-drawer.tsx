import { useLayoutEffect, useRef, useState } from 'react';
import type { ExplainAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { Decisions } from './decisions.js';
import { ErrorNote } from './error-note.js';
import { ExplanationNode } from './explanation-node.js';
import { Skeleton } from './skeleton.js';

/** The drawer of `?why=ADDRESS`: what a number is computed from, down to sources and licences. */
export function WhyDrawer() {
  const address = useAddress().query.get('why');
  return address === null ? null : <Drawer key={address} address={address} />;
}

function Drawer({ address }: { readonly address: string }) {
  const { w, t } = useSpeak();
  const dialog = useRef<HTMLDialogElement>(null);
  const [depth, setDepth] = useState(2);
  const { answer, error, retry } = useAnswer<ExplainAnswer>(pathOf('/api/explain', { id: address }));
  // closed before it leaves the page, so that the browser gives the focus back to the number
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = () => navigate(withQuery({ why: null }), true);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label={w('why')}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <header>
        <h2>{w('why')}</h2>
        <button type="button" className="plain" onClick={close}>
          {w('close')}
        </button>
      </header>
      <div className="drawer-body">
        <p className="address">
          <code>{address}</code> <CopyButton address={address} />
        </p>
        {error !== null && <ErrorNote error={error} retry={retry} />}
        {error === null && answer === null && <Skeleton height={320} />}
        {answer !== null && (
          <>
            <p className="tools">
              <button type="button" className="plain" onClick={() => setDepth(99)}>
                {w('expandAll')}
              </button>
              <button type="button" className="plain" onClick={() => setDepth(1)}>
                {w('collapseAll')}
              </button>
            </p>
            <div className="tree" aria-label={t(answer.label)}>
              <ExplanationNode key={depth} node={answer} openTo={depth} />
            </div>
            <Decisions root={answer} />
          </>
        )}
      </div>
    </dialog>
  );
}

function CopyButton({ address }: { readonly address: string }) {
  const { w } = useSpeak();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const link = location.origin + withQuery({ why: address });
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false), // the address stands beside the button and can be marked by hand
    );
  };
  return (
    <button type="button" className="plain" onClick={copy} aria-live="polite">
      {copied ? w('copied') : w('copyAddress')}
    </button>
  );
}
