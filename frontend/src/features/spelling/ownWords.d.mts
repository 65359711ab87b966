export function withOwn(entries: Iterable<string>, list: string): Set<string>;
