import { useMemo, useSyncExternalStore } from 'react';
import type { PageMeterView } from '../../../../shared/contract/views.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { Composer, type LatinMetrics, meterOf } from '../../../../shared/page/index.ts';
import type { Previewer } from './Previewer.ts';

/** Composes on the page with the widths of the Latin face the engine uses. */
export function useComposer(previewer: Previewer): Composer {
  const latin = useSyncExternalStore(previewer.subscribe, () => latinOf(previewer));
  return useMemo(() => new Composer(latin ?? undefined), [latin]);
}

/** Pages, free lines and lines of each entry, at once; from the last answer of the engine where the text is not here. */
export function useMeter(bulletin: Bulletin | null, previewer: Previewer, composer: Composer): PageMeterView | null {
  const answered = useSyncExternalStore(previewer.subscribe, () =>
    bulletin ? null : (previewer.shown.preview?.meter ?? null),
  );
  return useMemo(
    () => (bulletin ? meterOf(bulletin, composer.layOut(bulletin)) : answered),
    [bulletin, composer, answered],
  );
}

/** The same object as long as the widths are the same. */
const latinOf = (() => {
  const kept = new Map<string, LatinMetrics>();
  return (previewer: Previewer): LatinMetrics | null => {
    const latin = previewer.shown.preview?.latin ?? null;
    if (!latin) return null;
    const key = JSON.stringify(latin);
    if (!kept.has(key)) kept.set(key, latin);
    return kept.get(key) ?? latin;
  };
})();
