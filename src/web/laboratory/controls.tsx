import { useState } from 'react';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { Select } from '../parts/select.js';
import { useCatalog } from '../parts/units.js';
import { colourings, isChanged, type Settings, usualSettings } from './settings.js';
import { type Change, linkOf } from './use-settings.js';

/** What stands for the reader's own tables where an index is named. */
export const ownIndex = 'own';

interface LabControlsProps {
  readonly settings: Settings;
  readonly periods: readonly string[];
  readonly change: Change;
}

/** What is on the bench, how the map is coloured, and what to do with the whole state. */
export function LabControls({ settings, periods, change }: LabControlsProps) {
  const { w, t } = useSpeak();
  const meta = useMeta();
  const catalog = useCatalog().answer;
  const known = [...new Set(meta?.periods.flatMap(({ indices }) => indices) ?? [])];
  const nameOf = (id: string) => {
    const label = catalog?.indices.find((one) => one.id === id)?.label;
    return label === undefined ? id : t(label);
  };
  const set = (part: Partial<Settings>) => change((old) => ({ ...old, ...part }));
  // weights and the chosen unit belong to the tree and the rows they were set for
  const open = (index: string) =>
    set({ index, period: null, weights: new Map(), locked: new Set(), chosen: null });
  const reset = () => change(({ index, period }) => ({ ...usualSettings, index, period }));
  return (
    <div className="controls lab-controls">
      <Select
        label={w('index')}
        name="index"
        value={settings.index ?? ''}
        choices={[
          ...known.map((id) => ({ value: id, label: nameOf(id) })),
          { value: ownIndex, label: w('labOwnTables') },
        ]}
        onChange={open}
      />
      {periods.length > 0 && (
        <Select
          label={w('period')}
          name="period"
          value={settings.period ?? ''}
          choices={periods.toReversed().map((period) => ({ value: period, label: period }))}
          onChange={(period) => set({ period })}
        />
      )}
      <Select
        label={w('labColour')}
        name="colour"
        value={settings.colour}
        choices={colourings.map((one) => ({ value: one, label: w(`labColour_${one}`) }))}
        onChange={(colour) => set({ colour: colour as Settings['colour'] })}
      />
      <div className="lab-buttons">
        <CopyLink settings={settings} />
        <button type="button" className="plain" disabled={!isTouched(settings)} onClick={reset}>
          {w('labReset')}
        </button>
      </div>
    </div>
  );
}

function isTouched(settings: Settings): boolean {
  return isChanged(settings) || settings.vary.size > 0 || settings.spread !== usualSettings.spread;
}

function CopyLink({ settings }: { readonly settings: Settings }) {
  const { language, w } = useSpeak();
  const [copied, setCopied] = useState<string | null>(null);
  const link = () => {
    const url = new URL(linkOf(settings), location.origin);
    url.searchParams.set('lang', language);
    return url.href;
  };
  const copy = () => {
    const made = link();
    navigator.clipboard.writeText(made).then(
      () => setCopied(made),
      () => window.prompt(w('labCopyLink'), made), // where the browser gives no clipboard
    );
  };
  return (
    <button type="button" className="plain" title={w('labLinkHint')} onClick={copy} aria-live="polite">
      {copied !== null && copied === link() ? w('copied') : w('labCopyLink')}
    </button>
  );
}
