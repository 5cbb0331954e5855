import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate, useAddress, withLanguage } from '../router.js';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/** A link inside the page: no loading, the language of the query goes along, other clicks as the browser does. */
export function Link({ to, onClick, ...others }: LinkProps) {
  const href = withLanguage(to, useAddress());
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
    window.scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  };
  return <a {...others} href={href} onClick={follow} />;
}
