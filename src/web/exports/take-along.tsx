import { useState } from 'react';
import { useSpeak } from '../language.js';
import { bibTex, citationLine } from './citation.js';
import { ExportMenu } from './export-menu.js';
import { useCited } from './use-cited.js';

/** At the end of every page: how to cite it, and its tables and pictures as files. */
export function TakeAlong() {
  const { language, w } = useSpeak();
  const cited = useCited();
  return (
    <aside className="take-along" id="take-along" tabIndex={-1} aria-label={w('takeAlong')}>
      {cited !== null && (
        <>
          <p className="citation" data-citation={cited.catalog.hash}>
            <span className="quiet">{w('citation')}</span> {citationLine(cited, language)}
          </p>
          <p className="take-along-ways">
            <Copy word={w('copyCitation')} text={citationLine(cited, language)} />
            <Copy word={w('copyBibTex')} text={bibTex(cited, language)} />
            <Copy word={w('copyPageAddress')} text={cited.address} />
          </p>
          <ExportMenu cited={cited} />
        </>
      )}
    </aside>
  );
}

/** Puts a text on the clipboard; where the browser does not allow it, the text stands there to be marked. */
function Copy({ word, text }: { readonly word: string; readonly text: string }) {
  const { w } = useSpeak();
  const [done, setDone] = useState<'no' | 'copied' | 'refused'>('no');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setDone('copied'),
      () => setDone('refused'),
    );
  };
  return (
    <span aria-live="polite">
      <button type="button" className="plain" onClick={copy}>
        {done === 'copied' ? w('copied') : word}
      </button>
      {done === 'refused' && (
        <label className="copy-by-hand">
          {w('copyByHand')}
          <textarea readOnly value={text} rows={3} />
        </label>
      )}
    </span>
  );
}
