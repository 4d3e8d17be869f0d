import type { Finding } from '../../../shared/text/proof/index.ts';

/**
 * Rules that judge a wording by itself. The passages of others (a mark, a figure, a date) are wrong only where they
 * stand: on the white list they would hide the same passage everywhere.
 */
const WORDING = /^(?:words|chars|units|people|terms)(?:\.|$)/;

/** Whether a finding may be ignored for ever: its passage goes on the office's white list. */
export const mayIgnoreForEver = ({ rule }: Finding, passage: string): boolean =>
  WORDING.test(rule) && passage.length >= 2 && passage.length <= 60 && passage.trim() === passage;
