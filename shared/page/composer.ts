import type { Bulletin } from '../domain/bulletin.ts';
import { type LatinMetrics, timesMetrics } from './compose/latin.ts';
import { type Layout, layOutUnits } from './layout.ts';
import { measuresOf } from './measures.ts';
import { type Unit, unitOf, unitsOf } from './units.ts';

/** Paragraphs kept besides those of the bulletin at hand: what an undo or another order brings back. */
const KEPT = 2_000;

/**
 * Composes one bulletin after the other and keeps the lines of paragraphs that read the same, so that an edit costs one
 * paragraph, not forty pages. What it answers is what `unitsOf` and `layOut` answer.
 */
export class Composer {
  readonly metrics: LatinMetrics;
  readonly #units = new Map<string, Unit>();
  #look = '';
  /** Paragraphs of the bulletin before. */
  #atHand = 0;

  constructor(metrics: LatinMetrics = timesMetrics) {
    this.metrics = metrics;
  }

  units(bulletin: Bulletin): Unit[] {
    // Lines depend on the house style; trying another one and coming back is rare enough to compose anew.
    const look = JSON.stringify(bulletin.style);
    if (look !== this.#look || this.#units.size > KEPT + this.#atHand) this.#units.clear();
    this.#look = look;
    this.#atHand = 0;
    return unitsOf(bulletin, measuresOf(bulletin.style), this.metrics, (paragraph, ...how) => {
      this.#atHand++;
      const key = JSON.stringify(paragraph);
      const unit = this.#units.get(key) ?? unitOf(paragraph, ...how);
      this.#units.set(key, unit);
      return unit;
    });
  }

  layOut(bulletin: Bulletin): Layout {
    return layOutUnits(bulletin, this.units(bulletin), this.metrics);
  }
}
