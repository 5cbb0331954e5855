import { useEffect, useSyncExternalStore } from 'react';
import type { SessionAnswer } from '../api/contract.js';
import { call, forgetAnswers, whenRefused } from './api.js';
import { navigate, withLanguage } from './router.js';

/** Who is signed in, as the server said last; null until it has. */
let known: SessionAnswer | null = null;
let asking: Promise<SessionAnswer> | null = null;
const watchers = new Set<() => void>();

/** Takes over what the server says of the session. */
export function setSession(answer: SessionAnswer): void {
  const isOther = known !== null && known.account?.name !== answer.account?.name;
  known = answer;
  for (const watcher of watchers) watcher();
  // What was answered to somebody else is not shown to who is there now.
  if (isOther) forgetAnswers();
}

/** Asks the server who is signed in. */
export function askSession(): Promise<SessionAnswer> {
  asking ??= call<SessionAnswer>('/api/session')
    .then((answer) => {
      setSession(answer);
      return answer;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Who is signed in; null until the server has said it. */
export function useSession(): SessionAnswer | null {
  useEffect(() => {
    // A server that does not answer is told of by the page itself.
    if (known === null) askSession().catch(() => {});
  }, []);
  return useSyncExternalStore(watch, () => known);
}

/** Path of the sign-in that leads back to the page that is open. */
export function signInPath(): string {
  const here = location.pathname + location.search;
  if (location.pathname === '/sign-in') return withLanguage(here);
  return withLanguage(`/sign-in?${new URLSearchParams({ back: here })}`);
}

/** Where nothing may be read without signing in, the page that asks is left for the sign-in, and comes back. */
whenRefused(() => {
  leaveIfLost().catch(() => {});
});

async function leaveIfLost(): Promise<void> {
  const { mode, anonymous, account } = await askSession();
  const isLost = mode === 'accounts' && !anonymous && account === null;
  if (isLost && location.pathname !== '/sign-in') navigate(signInPath(), true);
}
