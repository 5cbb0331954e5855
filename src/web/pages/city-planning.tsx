import type { CityPage } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { CityWays } from '../parts/in-view.js';
import { CityMatch } from './city-match.js';

/** From the findings of a city to what can be done: its like and their measures, its plan, what could follow. */
export function CityPlanning({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const city = encodeURIComponent(page.city.id);
  return (
    <section aria-labelledby="plan-title" data-section="planning">
      <h2 id="plan-title">{w('planning')}</h2>
      <CityWays
        ways={[
          [`/plan?city=${city}`, w('cityPlanOpen')],
          [`/successors?city=${city}`, w('successorsOfCity')],
          [`/transfer?city=${city}`, w('transfer')],
        ]}
      />
      <CityMatch page={page} />
    </section>
  );
}
