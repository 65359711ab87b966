// The real backend: the bindings that Wails generates from app.App. The window
// and Go use the same words in two spellings, so a method is found by its name:
// editionIndex here is EditionIndex there.
import * as bound from '$wailsjs/go/app/App';
import { EventsOn } from '$wailsjs/runtime/runtime';
import type { Backend, Events } from './backend';
import { BackendError } from './errors';

type Method = Exclude<keyof Backend, 'on'>;
type Bound = Record<Capitalize<Method>, (...args: never[]) => Promise<unknown>>;

// Fails to compile where Go lacks a method that the window counts on.
const methods: Bound = bound;

function on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void {
  return EventsOn(event, handler);
}

/** Calls the method of Go that has the name, and rejects with a BackendError. */
async function call(name: string, args: unknown[]): Promise<unknown> {
  const capital = (name.charAt(0).toUpperCase() + name.slice(1)) as keyof Bound;
  try {
    return await methods[capital](...(args as never[]));
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
}

/** The backend of the desktop program. */
export const wails = new Proxy({} as Backend, {
  get: (_, name) => {
    if (typeof name === 'symbol' || name === 'then') return undefined;
    return name === 'on' ? on : (...args: unknown[]) => call(name, args);
  },
});
