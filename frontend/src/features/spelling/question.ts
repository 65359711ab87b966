// What the window and the thread of the dictionary say to each other.

export type Question =
  | { ask: 'open'; wasm: string; affixes: string; words: string }
  | { ask: 'unknown'; words: string[] }
  | { ask: 'suggest'; word: string };

export type Answer = { id: number; words: string[] } | { id: number; problem: string };
