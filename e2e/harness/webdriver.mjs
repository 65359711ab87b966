// A W3C WebDriver session, as far as the window tests need one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_LIMIT = 30_000;
const ANSWER_LIMIT = 90_000; // longer than any wait inside a page

/** A refusal by the driver; `code` is one of the words of the standard. */
export class DriverError extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

/** WebKitWebDriver as a process of its own: one session at a time, many one after another. */
export class Driver {
  /** @param {NodeJS.ProcessEnv} env environment of the driver and of the programs it opens */
  static async start(env) {
    const driver = new Driver();
    const port = await freePort();
    driver.base = `http://127.0.0.1:${port}`;
    // An inherited output would be held open by the desktop's daemons after the end.
    driver.process = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
    await driver.answering();
    return driver;
  }

  async answering() {
    for (const end = Date.now() + START_LIMIT; Date.now() < end; await pause(20)) {
      if (this.process.exitCode !== null) break;
      if (await fetch(`${this.base}/status`).then(() => true, () => false)) return;
    }
    throw new Error('WebKitWebDriver does not answer; is the package webkit2gtk-driver installed?');
  }

  /** Opens a program whose web view allows automation. */
  async open(binary, limit) {
    const wanted = { 'webkitgtk:browserOptions': { binary, args: [] } };
    const { sessionId } = await this.ask('POST', '/session', { capabilities: { alwaysMatch: wanted } }, limit);
    return new Session(this, sessionId);
  }

  async ask(method, path, body, limit = ANSWER_LIMIT) {
    const answer = await fetch(this.base + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(limit) });
    const { value } = await answer.json();
    if (value?.error) throw new DriverError(value);
    return value;
  }

  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill();
    await gone;
  }
}

/** One open program. Elements are the driver's references, as scripts return them. */
class Session {
  constructor(driver, id) {
    this.driver = driver;
    this.path = `/session/${id}`;
  }

  ask(method, path, body) {
    return this.driver.ask(method, this.path + path, body);
  }

  timeouts(limits) {
    return this.ask('POST', '/timeouts', limits);
  }

  script(source, ...args) {
    return this.ask('POST', '/execute/sync', { script: source, args });
  }

  asyncScript(source, ...args) {
    return this.ask('POST', '/execute/async', { script: source, args });
  }

  click(element) {
    return this.ask('POST', `/element/${element[ELEMENT]}/click`, {});
  }

  send(element, text) {
    return this.ask('POST', `/element/${element[ELEMENT]}/value`, { text });
  }

  /** Presses keys together, in order: ['\uE009', 'k'] is Ctrl-K. */
  chord(keys) {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    return this.ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }

  /** Presses one key after another. */
  keys(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    return this.ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Ends the session, and with it the program. */
  async end() {
    try {
      await this.ask('DELETE', '', undefined);
    } catch (refusal) {
      // The program is gone before it can answer for its window.
      if (!(refusal instanceof DriverError)) throw refusal;
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
