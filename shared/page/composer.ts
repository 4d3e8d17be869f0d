import type { Bulletin } from '../domain/bulletin.ts';
import type { HouseStyle } from '../domain/houseStyle.ts';
import { type LatinMetrics, timesMetrics } from './compose/latin.ts';
import { type Layout, layOutUnits } from './layout.ts';
import { measuresOf } from './measures.ts';
import { type Unit, unitOf, unitsOf } from './units.ts';

/** Paragraphs kept besides those of the bulletin at hand: what an undo or another order brings back. */
const KEPT = 2_000;

/**
 * Composes one bulletin after the other and keeps the lines of paragraphs that read the same, so that an edit costs one
 * paragraph, not forty pages, and a trial of fewer lines for the masthead none. What it answers is what `unitsOf` and
 * `layOut` answer.
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
    const look = lookOf(bulletin.style);
    if (look !== this.#look || this.#units.size > KEPT + this.#atHand) this.#units.clear();
    this.#look = look;
    this.#atHand = 0;
    return unitsOf(bulletin, measuresOf(bulletin.style), this.metrics, (paragraph, ...how) => {
      this.#atHand++;
      // How many slots headings, tables and pictures take depends on the pitch of the page's lines, text does not.
      const pitched = paragraph.kind === 'heading' || paragraph.kind === 'table' || paragraph.kind === 'picture';
      const key = `${pitched ? bulletin.style.rows : ''}${JSON.stringify(paragraph)}`;
      const unit = this.#units.get(key) ?? unitOf(paragraph, ...how);
      this.#units.set(key, unit);
      return unit;
    });
  }

  layOut(bulletin: Bulletin): Layout {
    return layOutUnits(bulletin, this.units(bulletin), this.metrics);
  }
}

/** What of a style lines depend on; another one is tried rarely enough to compose anew. */
const lookOf = (style: HouseStyle) =>
  JSON.stringify({ ...style, rows: 0, mastheadSlots: 0, themeSlots: 0 } satisfies HouseStyle);
