import { Fragment, useMemo, useState } from 'react';
import type { CityPage, Figure } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { FigureRow } from './figure-row.js';

/** The key figures by theme: value, light, peers, course, and every caveat beside its number. */
export function CityFigures({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const label = useClasses();
  const themes = useThemes(page.figures);
  const [whole, setWhole] = useState(false);
  const absent = page.figures.filter((one) => one.value === null).length;
  return (
    <section className="figures" aria-labelledby="figures-title">
      <div className="page-head">
        <h2 id="figures-title">{w('figures')}</h2>
        {absent > 0 && (
          <button type="button" className="plain" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {w(whole ? 'hideAbsent' : 'showAbsent', { n: absent })}
          </button>
        )}
      </div>
      <p className="quiet small">{w('figuresNote')}</p>
      <table>
        <FiguresHead />
        <tbody>
          {themes.map(([theme, figures]) => {
            const shown = figures.filter((one) => whole || one.value !== null);
            if (shown.length === 0) return null;
            return (
              <Fragment key={theme}>
                <tr className="theme">
                  <th colSpan={6} scope="colgroup">
                    {label('theme', theme)}
                  </th>
                </tr>
                {shown.map((figure) => (
                  <FigureRow key={figure.indicator} figure={figure} page={page} />
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function FiguresHead() {
  const { w } = useSpeak();
  return (
    <thead>
      <tr>
        <th scope="col">{w('indicator')}</th>
        <th scope="col" className="amount">
          {w('value')}
        </th>
        <th scope="col">{w('unit')}</th>
        <th scope="col">{w('light')}</th>
        <th scope="col" className="wide">
          {w('peers')}
        </th>
        <th scope="col" className="wide">
          {w('trend')}
        </th>
      </tr>
    </thead>
  );
}

/** Figures by theme, themes in the catalog's order; unknown ones at the end. */
function useThemes(figures: readonly Figure[]): readonly (readonly [string, readonly Figure[]])[] {
  const meta = useMeta();
  return useMemo(() => {
    const known = classIds(meta, 'theme');
    const used = [...new Set(figures.map((one) => one.theme))];
    const inOrder = [
      ...known.filter((one) => used.includes(one)),
      ...used.filter((one) => !known.includes(one)),
    ];
    return inOrder.map((theme) => [theme, figures.filter((one) => one.theme === theme)] as const);
  }, [figures, meta]);
}
