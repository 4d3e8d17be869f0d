import { useEffect, useState } from 'react';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { adviseInSteps, type Composer, type PageAdvice } from '../../../../shared/page/index.ts';

/** After the last change, so that typing is never held up, ms. */
const REST = 150;
/** Worked at a time; forty pages take some three hundred in all, ms. */
const SLICE = 6;

/** Advice on the pages of a bulletin, made in slices between everything else; the one before stays until it is done. */
export function useAdvice(bulletin: Bulletin | null, composer: Composer): PageAdvice | null {
  const [advice, setAdvice] = useState<PageAdvice | null>(null);
  useEffect(() => {
    if (!bulletin) return;
    const steps = adviseInSteps(bulletin, composer);
    const work = () => {
      const until = performance.now() + SLICE;
      do {
        const { done, value } = steps.next();
        if (done) {
          setAdvice(value);
          return;
        }
      } while (performance.now() < until);
      timer = setTimeout(work);
    };
    let timer = setTimeout(work, REST);
    return () => clearTimeout(timer);
  }, [bulletin, composer]);
  return advice;
}
