import type { Graph } from './graph.ts';

/**
 * Rings of modules that need each other at run time; type imports are erased and make none.
 * Strongly connected components after Tarjan (1972).
 * @returns each ring as the files in it, in name order
 */
export function findCycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const rings: string[][] = [];

  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    stack.push(file);
    let lowest = index;
    for (const target of needs(graph, file)) {
      const seen = order.get(target);
      if (seen === undefined) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, seen);
    }
    if (lowest === index) {
      const ring = stack.splice(stack.lastIndexOf(file));
      if (ring.length > 1 || needs(graph, file).includes(file)) rings.push(ring.sort());
    }
    return lowest;
  };

  for (const file of graph.files) if (!order.has(file)) visit(file);
  return rings;
}

function needs(graph: Graph, file: string): string[] {
  return (graph.edges.get(file) ?? []).flatMap(({ kind, target }) =>
    kind === 'value' && target.kind === 'module' ? [target.file] : [],
  );
}
