import { lazy, Suspense } from 'react';
import type { ChartOption } from './drawn.tsx';

/** The library of the charts is large: it comes with the first chart that is shown. */
const Drawn = lazy(async () => {
  const { DrawnChart } = await import('./drawn.tsx');
  return { default: DrawnChart };
});

/** A chart over a table of the same figures; the table says it all, so the picture is hidden from screen readers. */
export function Chart({ option }: { option: ChartOption }) {
  return (
    <div className="chart" aria-hidden>
      <Suspense fallback={null}>
        <Drawn option={option} />
      </Suspense>
    </div>
  );
}
