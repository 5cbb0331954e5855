import { formatShort } from '../format.js';
import { useSpeak } from '../language.js';
import { damageColours, ramp } from './ramp.js';

interface GroundLegendProps {
  readonly layer: 'rate' | 'cumulative';
  readonly limit: number;
  /** Damage classes that occur. */
  readonly damage: readonly string[];
}

/** What the colours say, with unit and sign, and what the other marks are. */
export function GroundLegend({ layer, limit, damage }: GroundLegendProps) {
  const { w } = useSpeak();
  return (
    <figcaption className="ground-legend">
      <RampLegend layer={layer} limit={limit} />
      <ul>
        <li>
          <i className="hatch" /> {w('groundUntied')}
        </li>
        <li>
          <i className="none" /> {w('groundNoValue')}
        </li>
        <li>
          <i className="zone" /> {w('groundZone')}
        </li>
        <li>
          <i className="reference" /> {w('groundReferenceCell')}
        </li>
        {damage.map((grade) => (
          <li key={grade}>
            <i style={{ background: damageColours[grade] }} /> {w('groundBuildingClass', { grade })}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}

/** What the colours say. */
export function RampLegend({ layer, limit }: Omit<GroundLegendProps, 'damage'>) {
  const { language, w } = useSpeak();
  const what = w(layer === 'rate' ? 'groundRate' : 'groundCumulative');
  const unit = w(layer === 'rate' ? 'groundMmYear' : 'groundMm');
  return (
    <>
      <p>{w('groundLegend', { what, unit })}</p>
      <div className="ground-ramp" style={{ background: `linear-gradient(to right, ${ramp.join(',')})` }} />
      <div className="ground-ends">
        <span>{formatShort(-limit, language)}</span>
        <span>0</span>
        <span>+{formatShort(limit, language)}</span>
      </div>
      <div className="ground-ends quiet">
        <span>{w('groundAway')}</span>
        <span>{w('groundTowards')}</span>
      </div>
    </>
  );
}
