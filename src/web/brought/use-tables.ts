import { useEffect, useMemo, useState } from 'react';
import { AfterlodeError } from '../../base/index.js';
import { type CallError, post } from '../api.js';
import type { NamedText } from '../parts/table-field.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { errorOf } from '../zonal/use-zonal.js';

/** Files by the names of their fields. */
export type Texts<Field extends string> = Readonly<Partial<Record<Field, NamedText>>>;
/** Options by their names in the API; empty ones are not sent. */
export type Options = Readonly<Record<string, string>>;

/** Files and options. */
interface Chosen<Field extends string> {
  readonly texts: Texts<Field>;
  readonly options: Options;
  /** Whether it is the worked example. */
  readonly made: boolean;
}

/** An answer with what it was computed from, so that a map never shows other files than the figures. */
export interface Computed<Answer, Field extends string> extends Chosen<Field> {
  readonly answer: Answer;
  /** What was sent for it; findings and the workbook are asked for with the same. */
  readonly body: object;
}

/** What a page asks; the same object as long as the page lives. */
export interface TablesQuestion<Field extends string> {
  readonly path: string;
  /** Fields that are sent; others stay in the browser. */
  readonly sent: readonly Field[];
  /** What the name of a file is called where it is sent too. */
  readonly named: Readonly<Partial<Record<Field, string>>>;
  /** Options that only the page needs. */
  readonly kept?: readonly string[];
  readonly example: (name: string) => Texts<Field>;
  /** Names of the examples, where there are several; the address says which. */
  readonly examples?: readonly string[];
  /** Options of the example; none where absent. */
  readonly exampleOptions?: Options;
  /** Looks at a file when it is chosen. @throws AfterlodeError for one that cannot be read */
  readonly check?: (field: Field, text: NamedText) => void;
}

interface Done<Answer, Field extends string> {
  readonly asked: Chosen<Field>;
  readonly answer: Answer | null;
  readonly error: CallError | null;
}

/** Chosen files, options, and the answer to them. `?example=1` in the address computes the worked example at once,
 * or one of several by its name. */
export function useTables<Answer, Field extends string>(question: TablesQuestion<Field>) {
  const asksFor = useAddress().query.get('example') ?? '';
  const { examples = ['1'] } = question;
  const isExample = examples.includes(asksFor);
  const [own, setOwn] = useState<Chosen<Field>>(nothing);
  const [ownAsked, setOwnAsked] = useState<Chosen<Field> | null>(null);
  const [fault, setFault] = useState<CallError | null>(null);
  const [done, setDone] = useState<Done<Answer, Field> | null>(null);
  const example = useMemo<Chosen<Field> | null>(
    () =>
      isExample
        ? { texts: question.example(asksFor), options: question.exampleOptions ?? {}, made: true }
        : null,
    [isExample, asksFor, question],
  );
  const chosen = example ?? own;
  const asked = ownAsked ?? example;
  useEffect(() => {
    if (asked === null) return;
    let current = true;
    post<Answer>(question.path, bodyOf(question, asked)).then(
      (answer) => current && setDone({ asked, answer, error: null }),
      (cause: unknown) => current && setDone({ asked, answer: null, error: errorOf(cause) }),
    );
    return () => {
      current = false;
    };
  }, [asked, question]);
  const result = asked !== null && done?.asked === asked ? done : null;

  /** What was computed of former files goes; files of the example do not belong together with the reader's. */
  const change = (next: (own: Chosen<Field>) => Chosen<Field>, wrong: CallError | null = null) => {
    if (isExample) navigate(withQuery({ example: null }), true);
    setOwn(next);
    setOwnAsked(null);
    setFault(wrong);
  };
  return {
    texts: chosen.texts,
    options: chosen.options,
    busy: asked !== null && result === null,
    error: fault ?? result?.error ?? null,
    computed: computedOf(question, result),
    take: (field: Field, text: NamedText | null) => {
      const former = isExample ? nothing<Field>() : own;
      const texts = { ...former.texts };
      delete texts[field];
      try {
        if (text?.text.trim() === '') throw new AfterlodeError('FILE_EMPTY', text.name);
        if (text !== null) question.check?.(field, text);
        change(() => ({
          ...former,
          texts: text === null ? texts : { ...texts, [field]: text },
          made: false,
        }));
      } catch (cause) {
        change(() => ({ ...former, texts }), errorOf(cause));
      }
    },
    // Of what is chosen by then: a raster may be on its way for a while.
    choose: (options: Options) =>
      change((now) => {
        const former = example ?? now;
        return { ...former, options: { ...former.options, ...options } };
      }),
    compute: () => {
      setFault(null);
      setOwnAsked({ ...chosen });
    },
    /** Which example the address asks for; null where it asks for none. */
    example: isExample ? asksFor : null,
    openExample: (name = examples[0] as string) => {
      setFault(null);
      setOwnAsked(null);
      navigate(withQuery({ example: name }));
    },
  };
}

function nothing<Field extends string>(): Chosen<Field> {
  return { texts: {} as Texts<Field>, options: {}, made: false };
}

/** What is sent: files by their fields, their names where these are told, and options that were chosen. */
function bodyOf<Field extends string>(
  { sent, named, kept = [] }: TablesQuestion<Field>,
  { texts, options }: Chosen<Field>,
): object {
  const files = sent.flatMap((field) => {
    const file = texts[field];
    if (file === undefined) return [];
    const name = named[field];
    return [[field, file.text], ...(name === undefined ? [] : [[name, file.name]])];
  });
  const words = Object.entries(options).filter(([name, value]) => value !== '' && !kept.includes(name));
  return Object.fromEntries([...files, ...words]) as object;
}

function computedOf<Answer, Field extends string>(
  question: TablesQuestion<Field>,
  result: Done<Answer, Field> | null,
): Computed<Answer, Field> | null {
  if (result === null || result.answer === null) return null;
  return { ...result.asked, answer: result.answer, body: bodyOf(question, result.asked) };
}
