import type { Lang } from '$lib/backend/types';
import { number } from '$lib/text/number';
import { direction } from './language';
import { plural, type PluralForm } from './plural';

/** What fills the {{.name}} of a text. `count` chooses the plural form. */
export type Params = Record<string, string | number>;

/** An entry of a catalogue: a text, or one for each plural form of the language. */
export type Message = string | Partial<Record<PluralForm, string>>;

export type Messages = Readonly<Record<string, Message>>;

/** The text of key with its parameters put in; the key where there is no text. Does what T of backend/locale does. */
export function translate(lang: Lang, messages: Messages, key: string, params: Params = {}): string {
  const message = messages[key];
  if (message === undefined) return key;
  return fill(lang, textOf(lang, message, params), params);
}

function textOf(lang: Lang, message: Message, { count }: Params): string {
  if (typeof message === 'string') return message;
  const form = typeof count === 'number' ? plural(lang, count) : 'other';
  return message[form] || (message.other ?? '');
}

/** Puts params into text. A parameter that is not given stays visible as {{.name}}. */
export function fill(lang: Lang, text: string, params: Params): string {
  return text.replace(/\{\{\.(\w+)\}\}/g, (all, name: string) => {
    const value = params[name];
    if (value === undefined) return all;
    return typeof value === 'number' ? number(lang, value) : isolated(lang, value);
  });
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/** Keeps a value of the other direction, such as a path in a Persian sentence, from turning the line around it. */
function isolated(lang: Lang, value: string): string {
  const against = direction(lang) === 'rtl' ? leftToRight : rightToLeft;
  return against.test(value) ? `\u2068${value}\u2069` : value;
}
