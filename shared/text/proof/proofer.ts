import { findIssueDate } from './issueDate.ts';
import { paragraphsOf, readItems } from './items.ts';
import { DOCUMENT_RULES, ITEM_RULES, PARAGRAPH_RULES } from './ruleset.ts';
import { settle } from './settle.ts';
import type { Checked, Context, FigureCheck, Finding, Item, Proofing, ProofKnowledge } from './types.ts';
import { widenMarks } from './widen.ts';

export interface Proofer {
  /**
   * Proofs the paragraphs as they stand now; offsets count in the paragraphs joined by line ends.
   * Only paragraphs and items that changed since the last call are proofed again.
   */
  update: (paragraphs: readonly string[]) => Proofing;
}

/** A proofer for one text in the editor; `knowledge` is fixed for its life. */
export function createProofer(knowledge: ProofKnowledge = {}): Proofer {
  let paragraphs = new Map<string, Finding[]>();
  let items = new Map<string, Proofed>();

  return {
    update(lines) {
      const text = lines.join('\n');
      const context: Context = { knowledge, issueDate: knowledge.issueDate ?? findIssueDate(text) };
      const findings: Finding[] = [];
      const figures: FigureCheck[] = [];

      const freshParagraphs = new Map<string, Finding[]>();
      for (const paragraph of paragraphsOf(text)) {
        const known = freshParagraphs.get(paragraph.text) ?? paragraphs.get(paragraph.text);
        const local = known ?? proofParagraph(paragraph.text);
        freshParagraphs.set(paragraph.text, local);
        for (const finding of local) findings.push(shift(finding, paragraph.start));
      }

      const freshItems = new Map<string, Proofed>();
      const manuscript = { text, items: readItems(text) };
      for (const item of manuscript.items) {
        const key = `${context.issueDate ?? ''}\n${item.text}`;
        const local = freshItems.get(key) ?? items.get(key) ?? proofItem(item, context);
        freshItems.set(key, local);
        for (const finding of local.findings) findings.push(shift(finding, item.start));
        for (const figure of local.figures) figures.push(shift(figure, item.start));
      }

      for (const rule of DOCUMENT_RULES) {
        for (const draft of rule.check(manuscript, context)) findings.push({ rule: rule.id, ...draft });
      }
      paragraphs = freshParagraphs;
      items = freshItems;
      return { text, findings: settle(text, findings, knowledge.whiteList ?? []), figures: figures.sort(inOrder) };
    },
  };
}

interface Proofed {
  findings: Finding[];
  figures: FigureCheck[];
}

/**
 * Rules of a paragraph or item see its half-width marks as full-width ones, so that a badly converted text is
 * proofed like any other; widening keeps every offset.
 */
function proofParagraph(raw: string): Finding[] {
  const text = widenMarks(raw);
  return PARAGRAPH_RULES.flatMap((rule) => rule.check(text).map((draft) => ({ rule: rule.id, ...draft })));
}

function proofItem(raw: Item, context: Context): Proofed {
  const item = { ...raw, text: widenMarks(raw.text) };
  const proofed: Proofed = { findings: [], figures: [] };
  for (const rule of ITEM_RULES) {
    const checked: Checked = withFigures(rule.check(item, context));
    for (const draft of checked.findings) proofed.findings.push({ rule: rule.id, ...draft });
    proofed.figures.push(...checked.figures);
  }
  return proofed;
}

const withFigures = (checked: Checked | Checked['findings']): Checked =>
  Array.isArray(checked) ? { findings: checked, figures: [] } : checked;

const shift = <T extends { start: number; end: number }>(range: T, by: number): T => ({
  ...range,
  start: range.start + by,
  end: range.end + by,
});

const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  a.start - b.start || a.end - b.end;
