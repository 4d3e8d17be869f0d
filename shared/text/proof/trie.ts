/** Many strings looked for in one pass. */
export interface Trie<V> {
  /** Every stored string at every place of `text`: calls back with its start, end and value. */
  scan: (text: string, found: (start: number, end: number, value: V) => void) => void;
  has: (word: string) => boolean;
}

interface Node<V> {
  next: Map<number, Node<V>>;
  values: V[] | null;
}

/** Builds the trie of `entries`; a string may carry several values. Scanning is linear: depth is the longest string. */
export function buildTrie<V>(entries: Iterable<readonly [string, V]>): Trie<V> {
  const root: Node<V> = { next: new Map(), values: null };
  for (const [word, value] of entries) {
    if (word === '') continue;
    let node = root;
    for (let i = 0; i < word.length; i++) node = step(node, word.charCodeAt(i));
    if (node.values) node.values.push(value);
    else node.values = [value];
  }
  return {
    has: (word) => walk(root, word) !== null,
    scan: (text, found) => {
      for (let start = 0; start < text.length; start++) {
        let node: Node<V> | undefined = root;
        for (let at = start; at < text.length; at++) {
          node = node.next.get(text.charCodeAt(at));
          if (!node) break;
          if (node.values) for (const value of node.values) found(start, at + 1, value);
        }
      }
    },
  };
}

function step<V>(node: Node<V>, code: number): Node<V> {
  const known = node.next.get(code);
  if (known) return known;
  const fresh: Node<V> = { next: new Map(), values: null };
  node.next.set(code, fresh);
  return fresh;
}

function walk<V>(root: Node<V>, word: string): V[] | null {
  let node: Node<V> | undefined = root;
  for (let i = 0; i < word.length && node; i++) node = node.next.get(word.charCodeAt(i));
  return node?.values ?? null;
}
