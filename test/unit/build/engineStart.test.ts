import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readGraph } from '../../../build/imports/graph.ts';

test('what the engine’s process loads before its first page is our own code and the engine', () => {
  const graph = readGraph(fileURLToPath(new URL('../../../', import.meta.url)));
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { kind, target } of graph.edges.get(file) ?? []) {
      if (kind === 'type') continue;
      if (target.kind === 'package') packages.add(target.name);
      // The checker brings the reader of PDFs, and is loaded only when it is asked.
      if (target.kind === 'module' && !target.file.startsWith('electron/press/check/')) load(target.file);
    }
  };
  load('electron/press/engine/engineProcess.ts');
  expect(loaded.size).toBeGreaterThan(20);
  expect([...packages]).toEqual(['@myriaddreamin/typst-ts-node-compiler']);
});
