import { lazy, type ReactElement, Suspense } from 'react';
import type { Meta } from '../api/contract.js';
import { useAnswer } from './api.js';
import { TakeAlong } from './exports/take-along.js';
import { useSpeak } from './language.js';
import { NotFound } from './pages/not-found.js';
import { Overview } from './pages/overview.js';
import { MetaContext } from './parts/classes.js';
import { ErrorNote } from './parts/error-note.js';
import { Footer, Header } from './parts/frame.js';
import { useSidewaysStops } from './parts/sideways-stops.js';
import { Skeleton } from './parts/skeleton.js';
import { WhyDrawer } from './parts/why-drawer.js';
import { rest, useAddress } from './router.js';

const Account = lazy(async () => ({ default: (await import('./pages/account.js')).Account }));
const Administration = lazy(async () => ({
  default: (await import('./pages/administration.js')).Administration,
}));
const Carbon = lazy(async () => ({ default: (await import('./pages/carbon.js')).Carbon }));
const Chain = lazy(async () => ({ default: (await import('./pages/chain.js')).Chain }));
const City = lazy(async () => ({ default: (await import('./pages/city.js')).City }));
const Claims = lazy(async () => ({ default: (await import('./pages/claims.js')).Claims }));
const Compare = lazy(async () => ({ default: (await import('./pages/compare.js')).Compare }));
const ComparePlaces = lazy(async () => ({
  default: (await import('./pages/compare-places.js')).ComparePlaces,
}));
const Components = lazy(async () => ({ default: (await import('./pages/components.js')).Components }));
const Disorder = lazy(async () => ({ default: (await import('./pages/disorder.js')).Disorder }));
const Evaluation = lazy(async () => ({ default: (await import('./pages/evaluation.js')).Evaluation }));
const Findings = lazy(async () => ({ default: (await import('./pages/findings.js')).Findings }));
const Ground = lazy(async () => ({ default: (await import('./pages/ground.js')).Ground }));
const Identification = lazy(async () => ({
  default: (await import('./pages/identification.js')).Identification,
}));
const InefficientLand = lazy(async () => ({
  default: (await import('./pages/inefficient-land.js')).InefficientLand,
}));
const Laboratory = lazy(async () => ({ default: (await import('./pages/laboratory.js')).Laboratory }));
const Distress = lazy(async () => ({ default: (await import('./pages/distress.js')).Distress }));
const Linkages = lazy(async () => ({ default: (await import('./pages/linkages.js')).Linkages }));
const Methods = lazy(async () => ({ default: (await import('./pages/methods.js')).Methods }));
const Method = lazy(async () => ({ default: (await import('./pages/method.js')).Method }));
const Plan = lazy(async () => ({ default: (await import('./pages/plan.js')).Plan }));
const Planning = lazy(async () => ({ default: (await import('./pages/planning.js')).Planning }));
const Renewal = lazy(async () => ({ default: (await import('./pages/renewal.js')).Renewal }));
const Restoration = lazy(async () => ({ default: (await import('./pages/restoration.js')).Restoration }));
const Complexity = lazy(async () => ({ default: (await import('./pages/complexity.js')).Complexity }));
const Successors = lazy(async () => ({ default: (await import('./pages/successors.js')).Successors }));
const Roadmap = lazy(async () => ({ default: (await import('./pages/roadmap.js')).Roadmap }));
const Vacancy = lazy(async () => ({ default: (await import('./pages/vacancy.js')).Vacancy }));
const VacantLand = lazy(async () => ({ default: (await import('./pages/vacant-land.js')).VacantLand }));
const VacantLandProject = lazy(async () => ({
  default: (await import('./pages/vacant-land-project.js')).VacantLandProject,
}));
const Webhooks = lazy(async () => ({ default: (await import('./pages/webhooks.js')).Webhooks }));
const Zonal = lazy(async () => ({ default: (await import('./pages/zonal.js')).Zonal }));
const MethodPage = lazy(async () => ({ default: (await import('./pages/method-page.js')).MethodPage }));
const SignIn = lazy(async () => ({ default: (await import('./pages/sign-in.js')).SignIn }));
const Return = lazy(async () => ({ default: (await import('./pages/return.js')).Return }));
const Round = lazy(async () => ({ default: (await import('./pages/round.js')).Round }));
const Rounds = lazy(async () => ({ default: (await import('./pages/rounds.js')).Rounds }));
const Snapshot = lazy(async () => ({ default: (await import('./pages/snapshot.js')).Snapshot }));
const Subsidence = lazy(async () => ({ default: (await import('./pages/subsidence.js')).Subsidence }));
const SubsidenceRun = lazy(async () => ({
  default: (await import('./pages/subsidence-run.js')).SubsidenceRun,
}));
const Tables = lazy(async () => ({ default: (await import('./pages/tables.js')).Tables }));
const Transfer = lazy(async () => ({ default: (await import('./pages/transfer.js')).Transfer }));

/** Header, the page of the address, footer, and above all of it the drawer of a number. */
export function App() {
  const { w } = useSpeak();
  const { answer: meta, error, retry } = useAnswer<Meta>('/api/meta');
  useSidewaysStops();
  return (
    <MetaContext value={meta}>
      <a className="skip" href="#content">
        {w('skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        {error !== null && error.problem?.status !== 401 && <ErrorNote error={error} retry={retry} />}
        <Suspense fallback={<Skeleton height={640} />}>
          <Page />
        </Suspense>
      </main>
      <TakeAlong />
      <Footer />
      <WhyDrawer />
    </MetaContext>
  );
}

/** Pages without a part of their own in the address. */
const pages: ReadonlyMap<string, ReactElement> = new Map([
  ['/', <Overview key="/" />],
  ['/account', <Account key="/account" />],
  ['/administration', <Administration key="/administration" />],
  ['/carbon', <Carbon key="/carbon" />],
  ['/chain', <Chain key="/chain" />],
  ['/claims', <Claims key="/claims" />],
  ['/complexity', <Complexity key="/complexity" />],
  ['/components', <Components key="/components" />],
  ['/compare', <Compare key="/compare" />],
  ['/places', <ComparePlaces key="/places" />],
  ['/data', <Tables key="/data" />],
  ['/disorder', <Disorder key="/disorder" />],
  ['/evaluation', <Evaluation key="/evaluation" />],
  ['/findings', <Findings key="/findings" />],
  ['/ground', <Ground key="/ground" />],
  ['/identification', <Identification key="/identification" />],
  ['/distress', <Distress key="/distress" />],
  ['/inefficient-land', <InefficientLand key="/inefficient-land" />],
  ['/laboratory', <Laboratory key="/laboratory" />],
  ['/linkages', <Linkages key="/linkages" />],
  ['/methods', <Methods key="/methods" />],
  ['/plan', <Plan key="/plan" />],
  ['/planning', <Planning key="/planning" />],
  ['/renewal', <Renewal key="/renewal" />],
  ['/restoration', <Restoration key="/restoration" />],
  ['/roadmap', <Roadmap key="/roadmap" />],
  ['/sign-in', <SignIn key="/sign-in" />],
  ['/rounds', <Rounds key="/rounds" />],
  ['/subsidence', <Subsidence key="/subsidence" />],
  ['/successors', <Successors key="/successors" />],
  ['/transfer', <Transfer key="/transfer" />],
  ['/vacancy', <Vacancy key="/vacancy" />],
  ['/vacant-land', <VacantLand key="/vacant-land" />],
  ['/webhooks', <Webhooks key="/webhooks" />],
  ['/zones', <Zonal key="/zones" />],
]);

function Page() {
  const { path } = useAddress();
  const page = pages.get(path);
  if (page !== undefined) return page;
  const city = rest(path, '/city/');
  const indicator = rest(path, '/methods/');
  const run = rest(path, '/subsidence/');
  const project = rest(path, '/vacant-land/');
  const round = rest(path, '/rounds/');
  const reported = /^\/rounds\/([\w-]+)\/([\w-]+)$/.exec(path);
  const snapshot = rest(path, '/snapshots/');
  const method = /^\/methods\/([\w-]+\/[\w-]+)$/.exec(path)?.[1];
  if (city !== null) return <City key={city} id={city} />;
  if (indicator !== null) return <Method key={indicator} id={indicator} />;
  if (method !== undefined) return <MethodPage page={method} />;
  if (project !== null) return <VacantLandProject key={project} id={project} />;
  if (run !== null) return <SubsidenceRun key={run} id={run} />;
  if (reported !== null) return <Return key={path} round={reported[1] ?? ''} city={reported[2] ?? ''} />;
  if (round !== null) return <Round key={round} id={round} />;
  if (snapshot !== null) return <Snapshot key={snapshot} hash={snapshot} />;
  return <NotFound path={path} />;
}
