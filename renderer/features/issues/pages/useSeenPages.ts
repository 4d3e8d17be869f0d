import { type RefObject, useEffect, useState } from 'react';

/** Pages a little out of view are drawn too, so that scrolling meets them ready. */
const MARGIN = '60% 0px';

/** Numbers of the pages in or near the view of a scroller. Where a browser cannot tell, all are. */
export function useSeenPages(
  scroller: RefObject<HTMLElement | null>,
  /** Changes when pages are added or laid out otherwise. */
  layout: string,
): ReadonlySet<number> {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements change with the layout
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const sheets = [...root.querySelectorAll<HTMLElement>('[data-page]')];
    const numberOf = (sheet: Element) => Number((sheet as HTMLElement).dataset['page']);
    if (!('IntersectionObserver' in window)) {
      setSeen(new Set(sheets.map(numberOf)));
      return;
    }
    const near = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(numberOf(target));
          else near.delete(numberOf(target));
        }
        setSeen(new Set(near));
      },
      { root, rootMargin: MARGIN },
    );
    for (const sheet of sheets) observer.observe(sheet);
    return () => observer.disconnect();
  }, [scroller, layout]);
  return seen;
}
