import { useState } from 'react';
import { chainReportKinds, type ReportFormat, reportFormats } from '../../report/index.js';
import { type CallError, callErrorOf, postForFile } from '../api.js';
import { offerBlob } from '../exports/save-file.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';

const words = { analysis: 'chainAnalysis', promotion: 'chainPromotion' } as const;

/** The two reports of a chain as files, from the tables that it was computed of. */
export function ChainReports({ body }: { readonly body: object }) {
  const { language, w } = useSpeak();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const save = async (kind: keyof typeof words, format: ReportFormat) => {
    setBusy(true);
    setError(null);
    try {
      const file = await postForFile('/api/chain/report', { ...body, kind, format, lang: language });
      offerBlob(`chain-${kind}-${language}.${format}`, file);
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section data-section="reports" aria-busy={busy}>
      <h2>{w('chainReports')}</h2>
      <div className="zonal-choices">
        {chainReportKinds.flatMap((kind) =>
          reportFormats.map((format) => (
            <button
              key={kind + format}
              type="button"
              className="plain"
              disabled={busy}
              onClick={() => void save(kind, format)}
            >
              {`${w(words[kind])} (${format.toUpperCase()})`}
            </button>
          )),
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
