import type { CityPage } from '../../api/contract.js';
import type { Finding } from '../../assess/index.js';
import { formatIn, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { WhyNumber } from '../parts/number.js';
import { useUnit } from '../parts/units.js';

const order: Readonly<Record<Finding['severity'], number>> = { urgent: 0, act: 1, watch: 2 };

/** What the rules of the catalog found, the most pressing first, with advice and evidence. */
export function CityFindings({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const findings = [...page.checkup.findings].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{w('findings')}</h2>
      {findings.length === 0 && <p className="quiet">{w('noFindings')}</p>}
      <ul>
        {findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }) {
  const { language, w, t } = useSpeak();
  const unit = useUnit(finding.magnitude.unit);
  const size = `${formatIn(finding.magnitude.mid, unit, language)} ${unit.label}`;
  const [first, ...others] = finding.evidence;
  return (
    <li className={`finding severity-${finding.severity}`}>
      <p className="finding-head">
        <span className="tag">
          {w(finding.kind === 'caveat' ? 'caveat' : `severity_${finding.severity}`)}
        </span>
        <b>{t(finding.label)}</b>
        {first === undefined ? <span>{size}</span> : <WhyNumber address={first}>{size}</WhyNumber>}
      </p>
      {finding.advice !== null && (
        <p>
          <span className="quiet">{w('advice')}</span> {t(finding.advice)}
        </p>
      )}
      <p className="quiet small">
        {w('confidence', { n: formatShare(finding.confidence, language) })}
        {others.map((address, i) => (
          <span key={address}>
            {' · '}
            <WhyNumber address={address}>{`${w('evidenceOf')} ${i + 2}`}</WhyNumber>
          </span>
        ))}
      </p>
    </li>
  );
}
