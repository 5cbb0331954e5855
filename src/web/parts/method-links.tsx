import { useSpeak } from '../language.js';

/** Where the methods of a page are written down, for those who have the checkout. */
export function MethodLinks({ pages }: { readonly pages: readonly string[] }) {
  const { w } = useSpeak();
  return (
    <p className="quiet small method-links">
      {w('carbonMethods')}{' '}
      {pages.map((page) => (
        <code key={page}>docs/methods/{page}.md</code>
      ))}
    </p>
  );
}
