import { type SubmitEvent, useState } from 'react';
import { useSpeak } from '../language.js';
import { FileField } from '../parts/file-field.js';
import { base64Of } from './base64.js';
import type { Training } from './use-training.js';

/** Tells the ground by a model of the user, in place of learning; labels that are saved tell its error. */
export function ModelForm({ training }: { readonly training: Training }) {
  const { language, w } = useSpeak();
  const [manifest, setManifest] = useState<File | null>(null);
  const [onnx, setOnnx] = useState<File | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (manifest === null || onnx === null) return;
    const model = { manifest: await manifest.text(), onnx: base64Of(await onnx.arrayBuffer()) };
    await training.train({ lang: language, model });
  };
  return (
    <details data-section="own-model">
      <summary>{w('idleOwnModel')}</summary>
      <p className="quiet small">{w('idleOwnModelText')}</p>
      <form className="zonal-choices" onSubmit={(event: SubmitEvent) => void submit(event)}>
        <FileField label={w('idleManifest')} accept=".yaml,.yml,.json" onFile={setManifest} />
        <FileField label={w('idleOnnx')} accept=".onnx" onFile={setOnnx} />
        <button
          type="submit"
          className="plain"
          disabled={manifest === null || onnx === null || training.share !== null}
        >
          {w('idleTellByModel')}
        </button>
      </form>
    </details>
  );
}
