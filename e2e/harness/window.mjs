// The application's own window, opened and used as a person would: WebKitGTK, the
// production binary, a home folder of its own. Needs a display (build/display.sh).
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { FAILURES, path } from './paths.mjs';
import { Driver, DriverError } from './webdriver.mjs';

const execute = promisify(execFile);
const LIMIT = 15_000;
const START_LIMIT = 40_000;
const KEYS = {
  Control: '\uE009', Shift: '\uE008', Alt: '\uE00A', Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004',
  Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010',
  PageUp: '\uE00E', PageDown: '\uE00F', F1: '\uE031', F8: '\uE038',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

// In the page: settles when condition(...args) is true, looking at every change of the
// document and, for what changes without one (layout, values of fields), at every beat.
const WHEN = `
  const args = [...arguments], finish = args.pop(), limit = args.pop();
  const condition = CONDITION;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const value = await condition(...args);
      if (value) settle({ value });
    } catch (error) {
      settle({ error: String(error) });
    }
    looking = false;
  };
  const watcher = new MutationObserver(look);
  const beat = setInterval(look, 25);
  const end = setTimeout(() => settle({ late: true }), limit);
  let settled = false;
  function settle(result) {
    if (settled) return;
    settled = true;
    watcher.disconnect(); clearInterval(beat); clearTimeout(end);
    finish(result);
  }
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();`;

// In the page: the first element that a person could see and use.
const usable = (css) =>
  [...document.querySelectorAll(css)].find(
    (element) =>
      element.getClientRects().length > 0 &&
      getComputedStyle(element).visibility !== 'hidden' &&
      !element.disabled &&
      element.getAttribute('aria-disabled') !== 'true',
  );

export class Window {
  /**
   * Opens the application.
   * @param {object} [how]
   * @param {string} [how.binary] the program; the built application unless said
   * @param {string} [how.home] home folder to use (and keep); a fresh one unless said
   * @param {string} [how.lang] the system's language, as in LANG
   * @param {NodeJS.ProcessEnv} [how.env] more environment
   */
  static async open({ binary = path.binary, home, lang = 'C.UTF-8', env = {} } = {}) {
    const window = new Window();
    window.ownHome = !home;
    window.home = home ?? (await mkdtemp(join(tmpdir(), 'khabar-home-')));
    window.log = join(window.home, 'window.log');
    window.pidFile = join(window.home, 'window.pid');
    window.shiftFile = join(window.home, 'clock.shift');
    window.driver = await Driver.start({
      ...process.env,
      HOME: window.home, LANG: lang, LC_ALL: lang, LANGUAGE: '',
      XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '',
      KHABAR_BINARY: binary, KHABAR_AUTOMATE: path.automate,
      KHABAR_LOG: window.log, KHABAR_PID: window.pidFile, KHABAR_SHIFT: window.shiftFile,
      ...env,
    });
    await window.begin();
    return window;
  }

  async begin() {
    try {
      this.session = await this.driver.open(path.launcher, START_LIMIT);
      await this.session.timeouts({ script: LIMIT * 4, implicit: 0 });
    } catch (cause) {
      const seen = await this.failure();
      await this.driver.stop();
      throw new Error(`the application did not open\n${seen}`, { cause });
    }
  }

  /** Runs a function in the page and gives what it returns. */
  run(action, ...args) {
    return this.session.script(`return (${action})(...arguments)`, ...args);
  }

  /** Runs an async function in the page; gives what it resolves to, fails as it fails. */
  async runAsync(action, ...args) {
    const { value, failure } = await this.session.asyncScript(
      `const args = [...arguments], done = args.pop();
       (${action})(...args).then((value) => done({ value }), (error) => done({ failure: String(error?.message ?? error) }));`,
      ...args,
    );
    if (failure !== undefined) throw new Error(failure);
    return value;
  }

  /** Waits until a function, run in the page, gives something true or a promise of it; gives that. */
  async until(condition, ...args) {
    return this.when(condition, args, LIMIT);
  }

  async when(condition, args, limit) {
    const script = WHEN.replace('CONDITION', () => `(${condition})`);
    const { value, late, error } = await this.session.asyncScript(script, ...args, limit);
    if (!late && !error) return value;
    const seen = await this.failure();
    throw new Error(`${error ?? `not within ${limit} ms`}: ${condition} ${JSON.stringify(args)}\n${seen}`);
  }

  /** Waits for an element that can be seen and used. */
  find(css) {
    return this.until(usable, css);
  }

  /** Waits until nothing that matches can be seen. */
  gone(css) {
    return this.until(`(css) => !(${usable})(css)`, css);
  }

  click(css) {
    return this.use(css, (element) => this.session.click(element));
  }

  /** Types into an element, key by key, at the place where its caret is. */
  type(css, text) {
    return this.use(css, (element) => this.session.send(element, text));
  }

  /** Replaces what a field holds. */
  async fill(css, text) {
    await this.find(css);
    await this.run((css) => {
      const field = document.querySelector(css);
      field.focus();
      field.select();
    }, css);
    await this.type(css, text === '' ? KEYS.Delete : text);
  }

  /** Chooses an entry of a select element by its value. */
  async choose(css, value) {
    await this.find(css);
    await this.run((css, value) => {
      const field = document.querySelector(css);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, css, value);
  }

  /** Presses keys together: "Control+k", "Escape". */
  press(keys) {
    return this.session.chord(keys.split('+').map((key) => KEYS[key] ?? key));
  }

  /** Types where the caret is, key by key. */
  keys(text) {
    return this.session.keys(text);
  }

  /** Goes to a view by its address, as a link would: "#/terms". */
  async go(address) {
    await this.run((address) => void (location.hash = address), address);
  }

  /** The text that an element shows, once it can be seen. */
  async text(css) {
    await this.find(css);
    return this.run((css) => document.querySelector(css).innerText, css);
  }

  value(css) {
    return this.run((css) => document.querySelector(css).value, css);
  }

  /** Waits until an element shows a text. */
  shows(css, text) {
    return this.until((css, text) => [...document.querySelectorAll(css)].some((e) => e.innerText.includes(text)), css, text);
  }

  // A list or a dialog may be drawn anew between finding an element and using it.
  async use(css, action) {
    for (let tries = 1; ; tries++) {
      try {
        return await action(await this.find(css));
      } catch (refusal) {
        const passing = ['stale element reference', 'element click intercepted', 'element not interactable'];
        if (tries === 5 || !(refusal instanceof DriverError) || !passing.includes(refusal.code)) throw refusal;
        // What is out of sight may not be laid out yet (content-visibility).
        await this.runAsync(async (css) => {
          document.querySelector(css)?.scrollIntoView({ block: 'nearest' });
          await new Promise((drawn) => requestAnimationFrame(() => drawn()));
        }, css);
      }
    }
  }

  /** Sets the clocks of the program (path.shifted) and of its page to a time, from which they go on. */
  async setClock(time) {
    const shift = time.getTime() - Date.now();
    await writeFile(this.shiftFile, String(shift));
    await this.run((shift) => {
      const machine = Date;
      globalThis.Date = class extends machine {
        constructor(...parts) {
          super(...(parts.length > 0 ? parts : [machine.now() + shift]));
        }
        static now() {
          return machine.now() + shift;
        }
      };
    }, shift);
  }

  /** Takes a picture of the whole screen; the file's ending chooses the format. */
  async screenshot(file) {
    await mkdir(dirname(file), { recursive: true });
    await this.painted();
    await execute('import', ['-window', 'root', '-quality', '85', file]);
  }

  /** Waits until fonts are there, no animation runs, and what was drawn is on the screen. */
  async painted() {
    await this.session.asyncScript(`
      const done = arguments[0];
      const moving = () => document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
      document.fonts.ready
        .then(() => Promise.allSettled(moving().map((a) => a.finished)))
        .then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))));`);
  }

  /** Closes the application and opens it again with the same home. */
  async restart() {
    await this.session.end();
    await this.ended();
    await this.begin();
  }

  /** Opens the application again after it was killed. */
  reopen() {
    return this.begin();
  }

  /** Kills the application without a word of warning. */
  async kill() {
    process.kill(await this.pid(), 'SIGKILL');
    await this.ended();
    await this.session.end();
  }

  /** Closes the application as the button of its window does, and waits until it has gone. */
  async quit() {
    await this.run(() => void setTimeout(() => globalThis.runtime.Quit()));
    await this.ended();
    await this.session.end();
  }

  async pid() {
    return Number(await readFile(this.pidFile, 'utf8'));
  }

  async ended() {
    const pid = await this.pid();
    for (const end = Date.now() + LIMIT; Date.now() < end; await new Promise((next) => setTimeout(next, 10))) {
      if (!running(pid)) return;
    }
    throw new Error(`the application (process ${pid}) did not end within ${LIMIT} ms`);
  }

  /** Closes the application; a home of its own goes too. */
  async close() {
    await this.session.end();
    await this.ended().catch(async (late) => {
      process.kill(await this.pid(), 'SIGKILL');
      throw late;
    }).finally(() => this.driver.stop());
    if (this.ownHome) await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  // Keeps what a person would look at first after a failure.
  async failure() {
    const picture = join(FAILURES, `${basename(this.home)}.png`);
    await mkdir(FAILURES, { recursive: true });
    await execute('import', ['-window', 'root', picture]).catch(() => {});
    const log = await readFile(this.log, 'utf8').catch(() => '');
    return `picture: ${picture}\nlast lines of the application:\n${log.split('\n').slice(-12).join('\n')}`;
  }
}

function running(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
