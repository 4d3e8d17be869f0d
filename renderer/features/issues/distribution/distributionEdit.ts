import type { Distribution, DistributionLine, DistributionTarget } from '../../../../shared/domain/distribution.ts';

/** Edits of a distribution; each answers a new one. Lines are named by their place, which is their printed order. */

export const lineKindNames: Record<DistributionLine['line'], string> = { report: '报', to: '送', send: '发' };
const lineKinds = ['report', 'to', 'send'] as const satisfies readonly DistributionLine['line'][];

/** A new 报, 送 or 发 line, after the last of its kind or of those printed before it. */
export function addLine(distribution: Distribution, line: DistributionLine['line']): Distribution {
  const rank = (kind: DistributionLine['line']) => lineKinds.indexOf(kind);
  const after = distribution.lines.findLastIndex((other) => rank(other.line) <= rank(line));
  const added: DistributionLine = { line, label: lineKindNames[line], wording: null, targets: [] };
  return { ...distribution, lines: distribution.lines.toSpliced(after + 1, 0, added) };
}

export const removeLine = (distribution: Distribution, place: number): Distribution => ({
  ...distribution,
  lines: distribution.lines.toSpliced(place, 1),
});

export function moveLine(distribution: Distribution, place: number, by: -1 | 1): Distribution {
  const { lines } = distribution;
  const [line, other] = [lines[place], lines[place + by]];
  return line && other ? { ...distribution, lines: lines.with(place, other).with(place + by, line) } : distribution;
}

export function changeLine(
  distribution: Distribution,
  place: number,
  change: Partial<Pick<DistributionLine, 'line' | 'label' | 'wording'>>,
): Distribution {
  return withLine(distribution, place, (line) => {
    // A label nobody chose follows the kind of the line.
    const followed =
      change.line !== undefined && line.label === lineKindNames[line.line] ? { label: lineKindNames[change.line] } : {};
    return { ...line, ...followed, ...change };
  });
}

/** Targets of a line as they shall be, in order; those kept keep their copies, new ones get one copy (each). */
export const setTargets = (distribution: Distribution, place: number, keys: readonly TargetKey[]): Distribution =>
  withLine(distribution, place, (line) => {
    const known = new Map(line.targets.map((target) => [targetKey(target), target]));
    return { ...line, targets: keys.map((key) => known.get(key) ?? newTarget(key)) };
  });

export const setCopies = (distribution: Distribution, place: number, key: TargetKey, copies: number): Distribution =>
  withLine(distribution, place, (line) => ({
    ...line,
    targets: line.targets.map((target) => (targetKey(target) === key ? { ...target, copies } : target)),
  }));

/** `recipient:…` or `group:…`: one target as a value of a select. */
export type TargetKey = `${DistributionTarget['kind']}:${string}`;

export const targetKey = (target: Pick<DistributionTarget, 'kind' | 'id'>): TargetKey => `${target.kind}:${target.id}`;

function newTarget(key: TargetKey): DistributionTarget {
  const id = key.slice(key.indexOf(':') + 1);
  // The key was made from a target of the registers; the core checks the id again.
  return key.startsWith('group:')
    ? { kind: 'group', id: id as Extract<DistributionTarget, { kind: 'group' }>['id'], copies: 1 }
    : { kind: 'recipient', id: id as Extract<DistributionTarget, { kind: 'recipient' }>['id'], copies: 1 };
}

const withLine = (
  distribution: Distribution,
  place: number,
  edit: (line: DistributionLine) => DistributionLine,
): Distribution => ({
  ...distribution,
  lines: distribution.lines.map((line, i) => (i === place ? edit(line) : line)),
});
