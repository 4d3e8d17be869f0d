import { describe, expect, it } from 'vitest';
import { proof } from '../../../shared/text/proof/index.ts';
import { corpus, placeOf, truth } from './support.ts';

const { errors, arithmetic, countClaims, traps } = truth();
const results = new Map(['000', '001'].map((seed) => [seed, proof(corpus(seed))]));
const resultOf = (seed: string) => {
  const result = results.get(seed);
  if (!result) throw new Error(`no text ${seed}`);
  return result;
};

/** Where a quotation's own wrong part stands. */
function wrongPlace(seed: string, quote: string, wrong: string): { start: number; end: number } {
  const { text } = resultOf(seed);
  const whole = placeOf(text, quote);
  const inside = text.slice(whole.start, whole.end).indexOf(wrong);
  return inside < 0 ? whole : { start: whole.start + inside, end: whole.start + inside + wrong.length };
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

describe('against what a careful proofreader found', () => {
  it.each(errors.filter((error) => error.tier === 'A'))('finds $id $wrong', ({ seed, quote, wrong }) => {
    const place = wrongPlace(seed, quote, wrong);
    expect(resultOf(seed).findings.some((finding) => finding.severity !== 'query' && overlaps(finding, place))).toBe(
      true,
    );
  });

  it('raises no alarm that is not in the list', () => {
    for (const [seed, result] of results) {
      const places = errors
        .filter((error) => error.seed === seed)
        .map((error) => wrongPlace(seed, error.quote, error.wrong));
      const false_ = result.findings
        .filter((finding) => finding.severity !== 'query')
        .filter((finding) => !places.some((place) => overlaps(finding, place)))
        .map((finding) => result.text.slice(finding.start, finding.end));
      expect(false_).toEqual([]);
    }
  });

  it('asks at most one question per 300 characters', () => {
    for (const { text, findings } of results.values()) {
      expect(findings.filter((finding) => finding.severity === 'query').length).toBeLessThanOrEqual(text.length / 300);
    }
  });

  it.each(traps)('leaves $quote alone', ({ seed, quote }) => {
    const place = placeOf(resultOf(seed).text, quote);
    const known = errors
      .filter((error) => error.seed === seed)
      .map((error) => wrongPlace(seed, error.quote, error.wrong));
    const flagged = resultOf(seed).findings.filter(
      (finding) => overlaps(finding, place) && !known.some((error) => overlaps(finding, error)),
    );
    expect(flagged).toEqual([]);
  });
});

describe('算一算', () => {
  const claims = [...arithmetic, ...countClaims];

  it.each(claims.filter((claim) => claim.verdict === 'true'))('shows $quote green', ({ seed, quote }) => {
    const place = placeOf(resultOf(seed).text, quote);
    const figures = resultOf(seed).figures.filter((figure) => overlaps(figure, place));
    expect(figures.map((figure) => figure.verdict)).toContain('green');
    expect(figures.map((figure) => figure.verdict)).not.toContain('red');
  });

  it.each(claims.filter((claim) => claim.verdict !== 'true'))(
    'does not pretend to decide $quote',
    ({ seed, quote }) => {
      const place = placeOf(resultOf(seed).text, quote);
      const figures = resultOf(seed).figures.filter((figure) => overlaps(figure, place));
      expect(figures.filter((figure) => figure.verdict === 'red')).toEqual([]);
    },
  );

  it('names the only total that fits a share without its base', () => {
    const { text, figures } = resultOf('001');
    const share = figures.find((figure) => text.slice(figure.start, figure.end) === '77.8%');
    expect(share).toMatchObject({ verdict: 'amber' });
    expect(share?.missing).toContain('只有总数18相符');
  });
});
