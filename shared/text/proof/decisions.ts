/** Characters on either side that a decision is filed with: enough to tell two places of one word apart. */
const AROUND = 12;

/**
 * The passage `[start, end)` of `text` with what stands around it in its paragraph: 在院内搭建【帐蓬】三顶. A decision on a
 * finding or a figure holds for as long as these words stand there; an edit of them makes it void.
 */
export function contextOf(text: string, { start, end }: { start: number; end: number }): string {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + AROUND).split('\n')[0] ?? '';
  return `${before}【${text.slice(start, end)}】${after}`;
}

/** The rule that figures are decided under, beside those of findings. */
export const FIGURES = 'figures';

/** What a decision is found by again. */
export const decisionKey = ({ rule, context }: { rule: string; context: string }): string => `${rule}\n${context}`;
