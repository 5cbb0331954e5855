import { contrast, rgbOf } from '../charts/seen-colours.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import base from '../styles/base.css?raw';
import { Group } from './sample.js';
import { pairs, tokensOf } from './tokens.js';

const tokens = tokensOf(base);
const schemes = ['light', 'dark'] as const;

/** The colour tokens, and the contrast of what is written in one on another. */
export function Colours() {
  const { w } = useSpeak();
  return (
    <Group name="colours" title={w('partColours')} text={w('partColoursText')}>
      <div className="token-cards">
        {schemes.map((scheme) => (
          <ul key={scheme} className="token-card" style={{ background: tokens[scheme]['--paper'] }}>
            {Object.entries(tokens[scheme]).map(([name, colour]) => (
              <li key={name} style={{ color: tokens[scheme]['--ink'] }}>
                <i style={{ background: colour, borderColor: tokens[scheme]['--line-strong'] }} />
                <code>
                  {name} {colour}
                </code>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <Contrasts />
    </Group>
  );
}

function Contrasts() {
  const { w, language } = useSpeak();
  const ratio = (scheme: (typeof schemes)[number], over: string, under: string) => {
    const [one, other] = [over, under].map((name) => rgbOf(tokens[scheme][name] ?? ''));
    return formatNumber(one && other ? contrast(one, other) : null, 1, language);
  };
  return (
    <FigureTable
      name="contrast"
      rows={pairs}
      keyOf={({ over, under }) => `${over} ${under}`}
      titles={[w('partToken'), w('partPair')]}
      heads={[({ over }) => over, ({ under }) => under]}
      columns={[
        [w('partLight'), ({ over, under }) => ratio('light', over, under)],
        [w('partDark'), ({ over, under }) => ratio('dark', over, under)],
        [w('partLeast'), ({ least }) => String(least)],
      ]}
    />
  );
}
