import type { Editor } from '@tiptap/core';
import type { ProofDecision } from '../../../shared/contract/methods/proof.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import {
  contextOf,
  createProofer,
  decisionKey,
  FIGURES,
  type FigureCheck,
  type Finding,
  type Proofer,
  type ProofKnowledge,
} from '../../../shared/text/proof/index.ts';
import { meansWholeText, replaceInText, widenAll } from './edits.ts';
import { type Frame, type Manuscript, type Place, readManuscript } from './manuscript.ts';
import { replaceInTitle, selectInTitle, titleSelection } from './titleField.ts';
import { underline, underlinesKey, underlinesPlugin } from './underlines.ts';

/** What is found at a place of the text, with the words a decision on it is filed under. */
interface Placed {
  rule: string;
  passage: string;
  context: string;
  place: Place;
}
export type PlacedFinding = Finding & Placed;
export interface PlacedFigure extends FigureCheck, Placed {
  /** Who confirmed a figure that cannot be recomputed. */
  confirmed: ProofDecision | null;
}
export interface WaivedFinding {
  finding: PlacedFinding;
  decision: ProofDecision;
}

/** What is to be seen of a proofed item; a new object with each change. */
export interface ProofView {
  findings: readonly PlacedFinding[];
  figures: readonly PlacedFigure[];
  /** Index of the finding that is selected in the text. */
  current: number | null;
  /** Findings that somebody decided to leave as they are. */
  waived: readonly WaivedFinding[];
  item: Opened | null;
  readOnly: boolean;
}

/** The item the view is of; what is printed can no longer be decided on. */
export interface Opened {
  id: ItemId;
  printed: boolean;
}

/** Nothing is proofed between two keystrokes of somebody who types, ms. */
const REST = 300;

const NOTHING: ProofView = { findings: [], figures: [], current: null, waived: [], item: null, readOnly: true };

/**
 * Proofs the item that is open in the editor, whenever its writer rests; never while an input method spells a word.
 * It shows and moves about; the text is changed by `accept` alone, as an edit that can be undone.
 */
export class LiveProof {
  readonly #listeners = new Set<() => void>();
  #view = NOTHING;
  #open: { editor: Editor } | null = null;
  #decided: ReadonlyMap<string, ProofDecision> = new Map();
  /** Of what is to be selected once it is found. */
  #wanted: string | null = null;
  #manuscript: Manuscript | null = null;
  #frame: Frame = { title: '', source: '' };
  #proofer: Proofer = createProofer();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #composing = false;

  get view(): ProofView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins with the item in `editor`; the answer ends it. */
  open(editor: Editor, item: Opened, readOnly: boolean): () => void {
    this.#open = { editor };
    this.#show({ ...NOTHING, item, readOnly });
    editor.registerPlugin(
      underlinesPlugin({
        onText: () => this.#schedule(),
        onSelection: () => this.#followSelection(),
        onAccept: () => this.accept(),
      }),
    );
    const compose = () => this.#compose(true);
    const composed = () => this.#compose(false);
    document.addEventListener('compositionstart', compose);
    document.addEventListener('compositionend', composed);
    this.#schedule();
    return () => {
      document.removeEventListener('compositionstart', compose);
      document.removeEventListener('compositionend', composed);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#composing = false;
      this.#open = null;
      this.#manuscript = null;
      if (!editor.isDestroyed) editor.unregisterPlugin(underlinesKey);
      this.#show(NOTHING);
    };
  }

  /** What the office knows; the text is proofed anew. */
  learn(knowledge: ProofKnowledge): void {
    this.#proofer = createProofer(knowledge);
    this.#schedule();
  }

  /** What was decided on the item's findings and figures. */
  heed(decisions: readonly ProofDecision[]): void {
    this.#decided = new Map(decisions.map((decision) => [`${decision.kind} ${decisionKey(decision)}`, decision]));
    if (this.#open) this.#run();
  }

  /** Selects a finding or figure as soon as the item it is of is open and proofed. */
  want(key: { rule: string; context: string }): void {
    this.#wanted = decisionKey(key);
    this.#schedule();
  }

  /** Title and source, which stand outside the editor. */
  setFrame(frame: Frame): void {
    this.#frame = frame;
    this.#schedule();
  }

  /** Selects the next (`1`) or previous (`-1`) finding from where the cursor is, going round at the ends. */
  go(step: 1 | -1): void {
    this.#flush();
    const { findings, current } = this.#view;
    const index = current === null ? this.#nearest(step) : (current + step + findings.length) % findings.length;
    const finding = findings[index];
    if (finding) this.select(finding);
  }

  select(finding: PlacedFinding): void {
    const index = this.#indexNow(finding);
    const now = this.#view.findings[index];
    if (!now) return;
    this.#selectPlace(now.place);
    this.#show({ ...this.#view, current: index });
  }

  selectFigure(figure: PlacedFigure): void {
    this.#selectPlace(figure.place);
  }

  /**
   * Puts a suggestion (the first unless told) in place of the finding (the one at the cursor unless told). Answers
   * whether there was anything to put.
   */
  accept(chosen?: PlacedFinding, suggestion?: string): boolean {
    const finding = this.#view.findings[chosen ? this.#indexNow(chosen) : this.#atCursor()];
    const text = suggestion ?? finding?.suggestions[0];
    if (!this.#open || !finding || text === undefined || !canAccept(finding, this.#view)) return false;
    const { editor } = this.#open;
    const { place } = finding;
    if (meansWholeText(finding)) widenAll(editor, this.#frame.title);
    else if (place.part === 'title') replaceInTitle(place.start, place.end, text);
    else if (place.part === 'text') replaceInText(editor, place.from, place.to, text);
    this.#flush();
    return true;
  }

  #compose(composing: boolean): void {
    this.#composing = composing;
    if (!composing) this.#schedule();
  }

  #schedule(): void {
    if (!this.#open) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => whenIdle(() => this.#flush()), REST);
  }

  /** Proofs now what is not proofed yet. */
  #flush(): void {
    if (this.#timer !== undefined) this.#run();
  }

  #run(): void {
    // The end of the composition schedules it again.
    if (!this.#open || this.#composing || this.#open.editor.view.composing) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { editor } = this.#open;
    const manuscript = readManuscript(this.#frame, editor.state.doc);
    const { text, findings, figures } = this.#proofer.update(manuscript.paragraphs);
    const at = ({ start, end }: { start: number; end: number }) => ({
      passage: text.slice(start, end),
      context: contextOf(text, { start, end }),
      place: manuscript.placeOf(start, end),
    });
    const placed = findings.map((finding): PlacedFinding => ({ ...finding, ...at(finding) }));
    const waived = placed.flatMap((finding) => {
      const decision = this.#decided.get(`waive ${decisionKey(finding)}`);
      return decision ? [{ finding, decision }] : [];
    });
    const heeded = placed.filter((finding) => !waived.some((one) => one.finding === finding));
    const placedFigures = figures.map((figure): PlacedFigure => {
      const where = { rule: FIGURES, ...at(figure) };
      return { ...figure, ...where, confirmed: this.#decided.get(`confirm ${decisionKey(where)}`) ?? null };
    });
    this.#manuscript = manuscript;
    editor.view.dispatch(underline(editor.state, heeded, placedFigures));
    this.#view = {
      ...this.#view,
      findings: heeded,
      figures: placedFigures,
      waived,
      current: null,
    };
    this.#show({ ...this.#view, current: this.#selected() });
    this.#selectWanted();
  }

  #selectWanted(): void {
    if (this.#wanted === null) return;
    const { findings, figures, waived } = this.#view;
    const all: Placed[] = [...findings, ...figures, ...waived.map(({ finding }) => finding)];
    const found = all.find((one) => decisionKey(one) === this.#wanted);
    if (!found) return;
    this.#wanted = null;
    this.#selectPlace(found.place);
  }

  #followSelection(): void {
    if (this.#timer !== undefined) return;
    const current = this.#selected();
    if (current !== this.#view.current) this.#show({ ...this.#view, current });
  }

  /** The finding that is exactly what is selected. */
  #selected(): number | null {
    const inTitle = titleSelection();
    const selection = this.#open?.editor.state.selection;
    const index = this.#view.findings.findIndex(({ place }) => {
      if (inTitle) return place.part === 'title' && place.start === inTitle.start && place.end === inTitle.end;
      return place.part === 'text' && place.from === selection?.from && place.to === selection.to;
    });
    return index < 0 ? null : index;
  }

  /** The selected finding, or the one the cursor stands in or at; -1 where there is none. */
  #atCursor(): number {
    this.#flush();
    if (this.#view.current !== null) return this.#view.current;
    const at = this.#cursor();
    return this.#view.findings.findIndex(({ start, end }) => start <= at && at <= end);
  }

  /** Where a finding of the list on the screen is in the newest one; -1 where it is gone. */
  #indexNow({ rule, passage, message, start }: PlacedFinding): number {
    this.#flush();
    let nearest = -1;
    let distance = Number.POSITIVE_INFINITY;
    this.#view.findings.forEach((one, index) => {
      if (one.rule !== rule || one.passage !== passage || one.message !== message) return;
      if (Math.abs(one.start - start) >= distance) return;
      nearest = index;
      distance = Math.abs(one.start - start);
    });
    return nearest;
  }

  #nearest(step: 1 | -1): number {
    const { findings } = this.#view;
    const at = this.#cursor();
    if (step === 1)
      return Math.max(
        0,
        findings.findIndex(({ start }) => start >= at),
      );
    const before = findings.findLastIndex(({ start }) => start < at);
    return before < 0 ? findings.length - 1 : before;
  }

  /** The cursor as an offset in the manuscript. */
  #cursor(): number {
    const inTitle = titleSelection();
    if (inTitle) return inTitle.start;
    return this.#manuscript?.offsetOf(this.#open?.editor.state.selection.from ?? 1) ?? 0;
  }

  #selectPlace(place: Place): void {
    if (place.part === 'title') selectInTitle(place.start, place.end);
    if (place.part === 'text')
      this.#open?.editor.chain().setTextSelection({ from: place.from, to: place.to }).scrollIntoView().focus().run();
  }

  #show(view: ProofView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a suggestion can be put in place of a finding: what runs over paragraphs or is the source mark cannot. */
export const canAccept = ({ place, suggestions }: PlacedFinding, { readOnly }: ProofView): boolean =>
  !readOnly && suggestions.length > 0 && (place.part === 'title' || (place.part === 'text' && place.oneParagraph));

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 500 });
  else run();
};
