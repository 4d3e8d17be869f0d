import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { ProofDecision } from '../../../shared/contract/methods/proof.ts';
import type { FigureCheck, Finding } from '../../../shared/text/proof/index.ts';
import { isComposing } from '../../ui/keys.ts';
import type { Place } from './manuscript.ts';

type Placed<T> = T & { place: Place };
type Figure = Placed<FigureCheck> & { confirmed: ProofDecision | null };

interface Listeners {
  /** The text changed: what is underlined only moved along. */
  onText: () => void;
  onSelection: () => void;
  /** Alt+Enter in the text, which the editor would keep from the window's keys; whether it was of use. */
  onAccept: () => boolean;
}

const key = new PluginKey<DecorationSet>('proof');
export const underlinesKey = key;

/** Draws underlines into the editor. It never makes a step: the text is not its business. */
export const underlinesPlugin = ({ onText, onSelection, onAccept }: Listeners): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => (tr.getMeta(key) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (_, event) =>
        event.key === 'Enter' && event.altKey && !event.ctrlKey && !isComposing(event) && onAccept(),
    },
    view: () => ({
      update: ({ state }, before) => {
        if (state.doc !== before.doc) onText();
        else if (!state.selection.eq(before.selection)) onSelection();
      },
    }),
  });

/** The transaction that shows these findings and figures in place of those shown. */
export function underline(
  state: EditorState,
  findings: readonly Placed<Finding>[],
  figures: readonly Figure[],
): Transaction {
  const drawn = new Set<string>();
  const decorations: Decoration[] = [];
  const draw = ({ place }: { place: Place }, kind: string, title: string) => {
    if (place.part !== 'text' || place.from >= place.to || place.to > state.doc.content.size) return;
    drawn.add(`${place.from}-${place.to}`);
    decorations.push(Decoration.inline(place.from, place.to, { class: `proof-mark proof-${kind}`, title }));
  };
  for (const finding of findings) draw(finding, finding.severity, finding.message);
  for (const figure of figures) {
    // A wrong figure is a finding already, with the working in its message.
    if (figure.place.part === 'text' && drawn.has(`${figure.place.from}-${figure.place.to}`)) continue;
    draw(figure, figure.confirmed ? 'green' : figure.verdict, workingOf(figure));
  }
  return state.tr.setMeta(key, DecorationSet.create(state.doc, decorations)).setMeta('addToHistory', false);
}

/** `45÷54＝83.3%`, or what is missing to tell. */
export const workingOf = ({ formula, missing }: FigureCheck): string =>
  missing === '' ? formula : `${formula}：${missing}`;
