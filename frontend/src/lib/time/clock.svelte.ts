import { createSubscriber } from 'svelte/reactivity';

const interval = 30_000;

/** The time, for what is shown as "5 minutes ago": it moves twice a minute while somebody looks. */
class Clock {
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, interval);
    return () => clearInterval(timer);
  });

  get now(): Date {
    this.#subscribe();
    return new Date();
  }
}

export const clock = new Clock();
