// Errors as they come over the bridge, and the words for them. Wails wraps what
// Go returns in an Error whose message is the JSON of a WireError; anything else
// that is thrown here is a fault of the window itself and gets code "internal".
import { formatList, nativeName, t } from '$lib/i18n';
import type { Lang, WireError } from './types';

/** The codes of backend/newsroom/error.go, and what a person can do about each. */
const codes = [
  'invalid',
  'notFound',
  'conflict',
  'forbidden',
  'damaged',
  'tooNew',
  'storage',
  'cancelled',
  'internal',
] as const;
export type Code = (typeof codes)[number];

/** The only kind of error that a Backend rejects with. */
export class BackendError extends Error {
  readonly code: Code;
  readonly key: string;
  readonly params: WireError['params'];

  constructor(wire: WireError, cause?: unknown) {
    super(`${wire.code}: ${wire.message}`, { cause });
    this.name = 'BackendError';
    this.code = isCode(wire.code) ? wire.code : 'internal';
    this.key = wire.message;
    this.params = wire.params;
  }

  /** Reads whatever was thrown. Never throws itself. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    const text = thrown instanceof Error ? thrown.message : thrown;
    const wire = typeof text === 'string' ? readWire(text) : undefined;
    return new BackendError(wire ?? { code: 'internal', message: 'internal', params: {} }, thrown);
  }
}

function isCode(text: string): text is Code {
  return (codes as readonly string[]).includes(text);
}

function readWire(text: string): WireError | undefined {
  try {
    const wire: unknown = JSON.parse(text);
    return isWire(wire) ? { ...wire, params: wire.params ?? {} } : undefined;
  } catch {
    return undefined; // not ours: a message of the window or of the bridge
  }
}

function isWire(value: unknown): value is WireError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

/** What is so, and what to do about it; `hint` may be empty. */
export interface Explanation {
  title: string;
  hint: string;
}

/** The words for an error that stopped what was asked for, in the language of the interface. */
export function explain(thrown: unknown): Explanation {
  const { title, hint } = explainPart(thrown);
  return { title, hint: hint || first([`error.code.${BackendError.from(thrown).code}.hint`], {}) };
}

/** The words for an error in a part of what was done; the advice for its kind may not hold: the rest was done. */
export function explainPart(thrown: unknown): Explanation {
  const { code, key, params: raw } = BackendError.from(thrown);
  const params = named(raw);
  return {
    title: first([`error.${key}`, `error.code.${code}`, 'error.internal'], params),
    hint: first([`error.${key}.hint`], params),
  };
}

/**
 * Calls a field by its name on the screen; others, such as a key of a file, stay as they
 * are. Languages come as their codes, and each keeps its own direction in the list.
 */
function named(params: WireError['params']): WireError['params'] {
  const { field, languages } = params;
  const words = typeof field === 'string' ? first([`error.field.${field}`], {}) : '';
  const names = typeof languages === 'string' ? languages.split(' ').map(isolatedName) : [];
  return {
    ...params,
    ...(words && { field: words }),
    ...(names.length > 0 && { languages: formatList(names) }),
  };
}

const isolatedName = (code: string) => `\u2068${nativeName(code as Lang)}\u2069`;

/** The first entry that the catalogues have; a missing one comes back as its key. */
function first(keys: string[], params: WireError['params']): string {
  for (const key of keys) {
    const words = t(key, params);
    if (words !== key) return words;
  }
  return '';
}
