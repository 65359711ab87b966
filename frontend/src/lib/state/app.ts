// What every screen may need, handed down once from App.svelte.
import { getContext, setContext } from 'svelte';
import type { Backend } from '$lib/backend/backend';
import { Commands } from '$lib/keys/commands.svelte';
import { Closing } from './closing';
import { Route } from './route.svelte';
import { Searches } from './searches.svelte';
import { SessionState } from './session.svelte';
import { Toasts } from './toasts.svelte';

export interface App {
  backend: Backend;
  session: SessionState;
  route: Route;
  toasts: Toasts;
  commands: Commands; // offer what the view can do: palette, shortcuts, help sheet
  closing: Closing; // what must be kept before the window goes
  searches: Searches; // that this device remembers
}

const key = Symbol('app');

/** Makes the app-wide state around a backend and hands it to all components below. */
export function provideApp(backend: Backend): App {
  const app: App = {
    backend,
    session: new SessionState(backend),
    route: new Route(),
    toasts: new Toasts(),
    commands: new Commands(),
    closing: new Closing(),
    searches: new Searches(backend),
  };
  setContext(key, app);
  return app;
}

/** The app-wide state. Only while a component is being made. */
export function useApp(): App {
  const app = getContext<App | undefined>(key);
  if (!app)
    throw new Error(
      'useApp: no app above this component; wrap it in App.svelte, or call provideApp in the test',
    );
  return app;
}
