import { Fragment } from 'react';
import type { CityPage, Figure } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { FigureRow } from './figure-row.js';

/** The key figures by theme: value, light, peers, course, and every caveat beside its number. */
export function CityFigures({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const label = useClasses();
  const themes = new Map<string, Figure[]>();
  for (const figure of page.figures) {
    const list = themes.get(figure.theme);
    if (list === undefined) themes.set(figure.theme, [figure]);
    else list.push(figure);
  }
  return (
    <section className="figures" aria-labelledby="figures-title">
      <h2 id="figures-title">{w('figures')}</h2>
      <p className="quiet small">{w('figuresNote')}</p>
      <table>
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
        <tbody>
          {[...themes].map(([theme, figures]) => (
            <Fragment key={theme}>
              <tr className="theme">
                <th colSpan={6} scope="colgroup">
                  {label('theme', theme)}
                </th>
              </tr>
              {figures.map((figure) => (
                <FigureRow key={figure.indicator} figure={figure} page={page} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
