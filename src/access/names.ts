import { AfterlodeError } from '../base/index.js';

const form = /^[a-z0-9][a-z0-9._@-]{0,62}[a-z0-9]$/;

/**
 * The name of an account as it is kept: lower case, plain letters, so that no two names look alike.
 *
 * @throws AfterlodeError ACCESS_NAME
 */
export function accountName(text: string): string {
  const name = text.trim().toLowerCase();
  if (form.test(name)) return name;
  throw new AfterlodeError('ACCESS_NAME', 'name', {
    found: shown(text),
    expected: {
      en: '2 to 64 letters a–z, digits, dots, @ or dashes',
      zh: '2 至 64 个字母 a–z、数字、点、@ 或连字符',
    },
  });
}

/**
 * Words of a person: a name, a label, a reason.
 *
 * @param what names the field in the message
 * @throws AfterlodeError ACCESS_WORDS for control characters, halves of characters, or more than 500 characters
 */
export function plainWords(text: string, what: string): string {
  const words = text.trim();
  if (words.length <= 500 && !/[\p{Cc}\p{Surrogate}]/u.test(words)) return words;
  throw new AfterlodeError('ACCESS_WORDS', what, {
    found: shown(words),
    expected: { en: 'one line of at most 500 characters', zh: '不超过 500 个字符的一行文字' },
  });
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
