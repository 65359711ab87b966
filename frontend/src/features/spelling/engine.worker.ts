// Hunspell in a thread of its own: a dictionary takes a tenth of a second to read, and a
// suggestion as long, in which nobody must wait for a key.
import { Hunspell } from 'hunspell-wasm';
import untyped from 'hunspell-wasm/wasm/hunspell.js';
import type { Answer, Question } from './question';

// The package declares it without what Emscripten lets it take.
const makeModule = untyped as (options: { wasmBinary: ArrayBuffer }) => Promise<unknown>;

let engine: Promise<Hunspell> | undefined;

async function open({ wasm, affixes, words }: Extract<Question, { ask: 'open' }>): Promise<Hunspell> {
  const [binary, aff, dic] = await Promise.all([bytes(wasm), unpacked(affixes), unpacked(words)]);
  // It hands them to Emscripten's files, which take bytes as well and need no text made of them.
  const file = (content: Uint8Array) => content as unknown as string;
  return new Hunspell(await makeModule({ wasmBinary: binary }), file(aff), file(dic));
}

async function bytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

async function unpacked(address: string): Promise<Uint8Array> {
  const packed = new Blob([await bytes(address)]).stream();
  return new Uint8Array(
    await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}

async function answer(question: Question): Promise<string[]> {
  if (question.ask === 'open') engine = open(question);
  const hunspell = await engine;
  if (!hunspell) throw new Error('no dictionary is open');
  if (question.ask === 'unknown') return question.words.filter((word) => !hunspell.testSpelling(word));
  if (question.ask === 'suggest') return hunspell.getSpellingSuggestions(question.word);
  return [];
}

addEventListener('message', async ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  const reply: Answer = await answer(data.question).then(
    (words) => ({ id: data.id, words }),
    (problem) => ({ id: data.id, problem: String(problem) }),
  );
  postMessage(reply);
});
