import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Language, Text } from '../base/index.js';
import { navigate, useAddress, withQuery } from './router.js';
import { type WordKey, words } from './words.js';

const storageKey = 'afterlode.language';

function stored(): Language | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'zh' || value === 'en' ? value : null;
  } catch {
    return null; // storage may be forbidden; the query still works
  }
}

/** Language of the query, else the one chosen earlier, else the browser's: Chinese if it begins with zh. */
function languageOf(query: URLSearchParams): Language {
  const asked = query.get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return stored() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

const LanguageContext = createContext<Language>('en');

/** Gives the language to everything below and keeps `<html lang>` in step. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const language = languageOf(useAddress().query);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Switches at once and keeps the choice for the next visit. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // only the query keeps the choice then
  }
  navigate(withQuery({ lang: language }), true);
}

/** Words of the page and texts of the answers in the chosen language. */
export interface Speak {
  readonly language: Language;
  /** A word of the page, `{name}` places filled. */
  readonly w: (key: WordKey, facts?: Readonly<Record<string, string | number>>) => string;
  /** A text of an answer. */
  readonly t: (text: Text) => string;
}

export function useSpeak(): Speak {
  const language = useLanguage();
  const w = useCallback<Speak['w']>(
    (key, facts = {}) =>
      words[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole)),
    [language],
  );
  const t = useCallback((text: Text) => text[language], [language]);
  return useMemo(() => ({ language, w, t }), [language, w, t]);
}
