import type { CityPage } from '../../api/contract.js';
import type { Language } from '../../base/index.js';
import { reportFormats } from '../../report/index.js';
import { pathOf } from '../api.js';
import { useSpeak } from '../language.js';

const languages: readonly Language[] = ['zh', 'en'];
/** As each language names itself. */
const ownNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** The reports of a city as files, in both languages whatever the page speaks; an evaluation where it is on the list. */
export function CityReports({ page }: { readonly page: Pick<CityPage, 'city' | 'period'> }) {
  const { w } = useSpeak();
  const { city, period } = page;
  const path = `/api/cities/${encodeURIComponent(city.id)}/report`;
  const kinds = [
    { kind: 'checkup', name: w('report'), years: { period } },
    ...(city.listed ? [{ kind: 'evaluation', name: w('evaluationReport'), years: {} }] : []),
  ];
  return (
    <details className="city-reports" data-section="city-reports">
      <summary>{w('reports')}</summary>
      <table>
        <tbody>
          {kinds.flatMap(({ kind, name, years }) =>
            languages.map((lang) => (
              <tr key={kind + lang} data-report={kind}>
                <th scope="row">
                  {`${name} · `}
                  <span lang={lang === 'zh' ? 'zh-CN' : 'en'}>{ownNames[lang]}</span>
                </th>
                {reportFormats.map((format) => (
                  <td key={format}>
                    <a
                      href={pathOf(path, { kind, ...years, format, lang })}
                      aria-label={`${name}, ${ownNames[lang]}, ${format.toUpperCase()}`}
                      {...(format === 'html' ? { target: '_blank', rel: 'noreferrer' } : { download: true })}
                    >
                      {format.toUpperCase()}
                    </a>
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
