import { afterEach, expect, test, vi } from 'vitest';
import { Commands, type Command } from './commands.svelte';

function command(id: string, keys?: string, more: Partial<Command> = {}): Command {
  return { id, title: id, group: 'group', keys, run: vi.fn(), ...more };
}

function press(target: HTMLElement, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init });
  target.dispatchEvent(event);
  return event;
}

afterEach(() => document.body.replaceChildren());

test('what the view in sight offers comes first and goes with it', () => {
  const commands = new Commands();
  commands.offer(() => [command('frame')]);
  const stop = commands.offer(() => [command('view')]);
  expect(commands.all.map((each) => each.id)).toEqual(['view', 'frame']);
  stop();
  expect(commands.all.map((each) => each.id)).toEqual(['frame']);
});

test('a shortcut runs its command and nothing else happens', () => {
  const commands = new Commands();
  const save = command('save', 'Mod+S');
  commands.offer(() => [save]);
  const event = press(document.body, 's', { ctrlKey: true });
  expect(commands.press(event)).toBe(true);
  expect(save.run).toHaveBeenCalledOnce();
  expect(event.defaultPrevented).toBe(true);
});

test('a view may take over a shortcut of the frame', () => {
  const commands = new Commands();
  const frame = command('frame', 'Mod+S');
  const view = command('view', 'Mod+S');
  commands.offer(() => [frame]);
  commands.offer(() => [view]);
  commands.press(press(document.body, 's', { ctrlKey: true }));
  expect(view.run).toHaveBeenCalledOnce();
  expect(frame.run).not.toHaveBeenCalled();
});

test('what is disabled does not run', () => {
  const commands = new Commands();
  const save = command('save', 'Mod+S', { disabled: true });
  commands.offer(() => [save]);
  expect(commands.press(press(document.body, 's', { ctrlKey: true }))).toBe(false);
  expect(save.run).not.toHaveBeenCalled();
});

test('a single key waits while somebody types, a combination does not', () => {
  const commands = new Commands();
  const help = command('help', '?');
  const find = command('find', 'Mod+K');
  commands.offer(() => [help, find]);
  const input = document.createElement('input');
  document.body.append(input);
  expect(commands.press(press(input, '?'))).toBe(false);
  expect(commands.press(press(input, 'k', { ctrlKey: true }))).toBe(true);
  expect(help.run).not.toHaveBeenCalled();
  input.type = 'radio'; // a choice is no typing
  expect(commands.press(press(input, '?'))).toBe(true);
});

test('behind a dialog only those shortcuts work that are meant to', () => {
  const commands = new Commands();
  const run: string[] = [];
  commands.offer(() => [
    { id: 'save', title: 'Save', group: '', keys: 'Mod+S', run: () => run.push('save') },
    { id: 'help', title: 'Help', group: '', keys: 'F1', above: true, run: () => run.push('help') },
  ]);
  expect(commands.press(press(document.body, 's', { ctrlKey: true }), true)).toBe(false);
  expect(commands.press(press(document.body, 'F1'), true)).toBe(true);
  expect(run).toEqual(['help']);
});
