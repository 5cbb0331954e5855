import { useState } from 'react';
import { useSpeak } from '../language.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import { useCatalog } from '../parts/units.js';
import { YearEntry } from '../parts/year-entry.js';
import { type Asked, isChanged } from './asked.js';
import { change } from './use-transfer.js';

interface ControlsProps {
  readonly asked: Asked;
  readonly isOwn: boolean;
  readonly onOwn: (own: boolean) => void;
}

/** Budget, year, formula, units and the switch; what a formula lacks is said in its name. */
export function TransferControls({ asked, isOwn, onOwn }: ControlsProps) {
  const { w, t } = useSpeak();
  const formulas = useCatalog().answer?.transferFormulas ?? [];
  const filled = formulas.filter(({ coefficients }) => coefficients.length > 0);
  const unread = formulas.filter(({ coefficients }) => coefficients.length === 0);
  return (
    <>
      <div className="assessment-controls">
        <NumberField
          label={w('transferBudget')}
          value={asked.budget / 1e8}
          range={[0, 1e5]}
          step={0.01}
          onValue={(value) => value !== null && change({ budget: Math.round(value * 1e10) / 100 })}
        />
        <YearEntry label={w('period')} value={asked.period} onYear={(period) => change({ period })} />
        <Select
          label={w('formulaSet')}
          value={asked.formula ?? ''}
          choices={[
            { value: '', label: w('formulaUsual') },
            ...filled.map((one) => ({ value: one.id, label: t(one.label) })),
          ]}
          onChange={(formula) => change({ formula: formula === '' ? null : formula })}
        />
        <Select
          label={w('unitsWord')}
          value={isOwn ? 'own' : ''}
          choices={[
            { value: '', label: w('unitsStandIns') },
            { value: 'own', label: w('unitsOwn') },
          ]}
          onChange={(value) => onOwn(value === 'own')}
        />
        <label className="switch">
          <input
            type="checkbox"
            checked={asked.performance}
            onChange={(event) => change({ performance: event.target.checked })}
          />{' '}
          {w('performanceSwitch')}
        </label>
        <CopyLink />
        <button
          type="button"
          className="plain"
          disabled={!isChanged(asked)}
          onClick={() =>
            change({ performance: true, pool: null, fixed: new Map(), phaseOut: null, changes: new Map() })
          }
        >
          {w('undoAll')}
        </button>
      </div>
      {unread.length > 0 && (
        <p className="quiet small">
          {unread.map((one) => w('formulaUnread', { label: t(one.label) })).join(w('listComma'))}
        </p>
      )}
    </>
  );
}

function CopyLink() {
  const { w } = useSpeak();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="plain"
      onClick={() => {
        navigator.clipboard.writeText(location.href).then(
          () => setCopied(true),
          () => setCopied(false), // a browser may forbid it; the address is in its own field
        );
      }}
      onBlur={() => setCopied(false)}
    >
      {copied ? w('copied') : w('copyLink')}
    </button>
  );
}
