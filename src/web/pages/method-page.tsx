import type { ReactNode } from 'react';
import { useSpeak } from '../language.js';
import { type Block, blocksOf, inOrderOf, pageOf, piecesOf } from '../method-pages/blocks.js';
import { methodText } from '../method-pages/texts.js';
import { Link } from '../parts/link.js';
import { useTitle } from '../parts/title.js';
import { NotFound } from './not-found.js';

/** One method as it is written down in docs/methods: formula, source, a worked example. */
export function MethodPage({ page }: { readonly page: string }) {
  const { language, w } = useSpeak();
  const text = methodText(page);
  const blocks = text === null ? [] : inOrderOf(blocksOf(text), language);
  const title = blocks.find(({ kind }) => kind === 'heading');
  useTitle(title?.kind === 'heading' ? title.text.replaceAll('`', '') : page);
  if (text === null) return <NotFound path={`/methods/${page}`} />;
  return (
    <article className="reading method-page">
      {blocks.map((block, at) => (
        // blocks of a text stay where they are
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
        <Shown key={at} block={block} page={page} />
      ))}
      <p className="quiet small">
        <Link to="/methods">{w('toMethods')}</Link> <code>docs/methods/{page}.md</code>
      </p>
    </article>
  );
}

function Shown({ block, page }: { readonly block: Block; readonly page: string }) {
  const line = (text: string) => <Line text={text} page={page} />;
  switch (block.kind) {
    case 'heading':
      return <h1>{line(block.text)}</h1>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{line(item)}</li>);
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table rows={block.rows} line={line} />;
    default:
      return <p>{line(block.text)}</p>;
  }
}

interface TableProps {
  readonly rows: readonly (readonly string[])[];
  readonly line: (text: string) => ReactNode;
}

function Table({ rows: [head = [], ...rows], line }: TableProps) {
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {line(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, column) => (
                <td key={`${head[column] ?? column}`}>{line(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ text, page }: { readonly text: string; readonly page: string }) {
  return piecesOf(text).map((piece, at) => {
    const key = `${at} ${piece.text}`;
    if (piece.kind === 'code') return <code key={key}>{piece.text}</code>;
    if (piece.kind === 'strong') return <b key={key}>{piece.text}</b>;
    const other = piece.kind === 'link' ? pageOf(piece.to ?? '', page) : null;
    if (other === null) return <span key={key}>{piece.text}</span>;
    return (
      <Link key={key} to={`/methods/${other}`}>
        {piece.text}
      </Link>
    );
  });
}
