/**
 * Places by figure, the highest first: equal figures share a place and the next one is skipped (1、1、3). Answers the
 * places in the order given.
 */
export function placesOf(figures: readonly number[]): number[] {
  const sorted = figures.toSorted((a, b) => b - a);
  const place = new Map<number, number>();
  sorted.forEach((figure, i) => {
    if (!place.has(figure)) place.set(figure, i + 1);
  });
  return figures.map((figure) => place.get(figure) ?? 0);
}
