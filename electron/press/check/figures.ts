/** Figures of the checker. */
export const off = (value: number, wanted: number, tolerance: number) => Math.abs(value - wanted) > tolerance;
export const round = (value: number) => Math.round(value * 100) / 100;
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** The leftmost place where lines often begin: single marks outside the edge and indents do not count. */
export function leftEdge(starts: readonly number[]): number {
  const often = Math.max(2, starts.length * 0.08);
  const near = (x: number) => starts.filter((other) => Math.abs(other - x) <= 1);
  const edges = [...starts].sort((a, b) => a - b).filter((x) => near(x).length >= often);
  return median(near(edges[0] ?? Math.min(...starts)));
}

/** The commonest value, to a step. */
export function commonest(values: readonly number[], step: number): number {
  const counts = new Map<number, number>();
  let best = Number.NaN;
  for (const value of values) {
    const key = Math.round(value / step);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (Number.isNaN(best) || (counts.get(key) ?? 0) > (counts.get(best) ?? 0)) best = key;
  }
  return best * step;
}
