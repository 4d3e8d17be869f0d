import type { Finding } from '../../../shared/text/proof/index.ts';

/** `校对 2错 1疑`: errors, and what may be one. */
export function proofLabel(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const doubts = findings.length - errors;
  return ['校对', errors > 0 && `${errors}错`, doubts > 0 && `${doubts}疑`].filter(Boolean).join(' ');
}
