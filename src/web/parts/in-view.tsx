import type { CityAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { Link } from './link.js';

/** The city that the address keeps in view on a page of many; null for none. */
export function useCityInView(): string | null {
  return useAddress().query.get('city');
}

/** Name of a city in the language of the page; its id until it is known. */
export function useCityName(city: string | null): string {
  const { t } = useSpeak();
  const path = city === null ? null : `/api/cities/${encodeURIComponent(city)}`;
  const { answer } = useAnswer<CityAnswer>(path);
  return answer?.id === city ? t(answer.name) : (city ?? '');
}

/** Which city a page keeps in view, the way back to it, and the way to let it go; nothing without one. */
export function InView() {
  const { w } = useSpeak();
  const city = useCityInView();
  const name = useCityName(city);
  if (city === null) return null;
  return (
    <p className="in-view" data-in-view={city}>
      {w('inView', { name })} <Link to={`/city/${encodeURIComponent(city)}`}>{w('backToCity')}</Link>{' '}
      <button type="button" className="plain" onClick={() => navigate(withQuery({ city: null }), true)}>
        {w('letGo')}
      </button>
    </p>
  );
}

interface CityWaysProps {
  /** Address and word of each page, that address having the city in its query. */
  readonly ways: readonly (readonly [to: string, text: string])[];
}

/** From a section of the city page to the pages that show the city among all others. */
export function CityWays({ ways }: CityWaysProps) {
  return (
    <p className="city-ways">
      {ways.map(([to, text]) => (
        <Link key={to} to={to}>
          {text}
        </Link>
      ))}
    </p>
  );
}
