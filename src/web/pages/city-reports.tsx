import type { CityPage } from '../../api/contract.js';
import type { Language } from '../../base/index.js';
import { reportFormats } from '../../report/index.js';
import { pathOf } from '../api.js';
import { useSpeak } from '../language.js';

const languages: readonly Language[] = ['zh', 'en'];
/** As each language names itself. */
const ownNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** A report that can be had as a file: its name, the call that makes it and what the page calls it. */
export interface ReportLine {
  readonly kind: string;
  readonly name: string;
  readonly asked: Readonly<Record<string, string>>;
}

/** The reports of a city as files; an evaluation where it is on the list. */
export function CityReports({ page }: { readonly page: Pick<CityPage, 'city' | 'period'> }) {
  const { w } = useSpeak();
  const { city, period } = page;
  const kinds = [
    { kind: 'checkup', name: w('report'), asked: { kind: 'checkup', period } },
    ...(city.listed
      ? [
          { kind: 'evaluation', name: w('evaluationReport'), asked: { kind: 'evaluation' } },
          { kind: 'plan', name: w('planReport'), asked: { kind: 'plan', period } },
        ]
      : []),
  ];
  return <Reports path={`/api/cities/${encodeURIComponent(city.id)}/report`} kinds={kinds} />;
}

/** Reports to download, in both languages whatever the page speaks. */
export function Reports({ path, kinds }: { readonly path: string; readonly kinds: readonly ReportLine[] }) {
  const { w } = useSpeak();
  return (
    <details className="city-reports" data-section="city-reports">
      <summary>{w('reports')}</summary>
      <table>
        <tbody>
          {kinds.flatMap(({ kind, name, asked }) =>
            languages.map((lang) => (
              <tr key={kind + lang} data-report={kind}>
                <th scope="row">
                  {`${name} · `}
                  <span lang={lang === 'zh' ? 'zh-CN' : 'en'}>{ownNames[lang]}</span>
                </th>
                {reportFormats.map((format) => (
                  <td key={format}>
                    <a
                      href={pathOf(path, { ...asked, format, lang })}
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
