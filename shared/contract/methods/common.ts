import type { Role } from '../../domain/people.ts';

/** Everybody who works at the workstation. */
export const staff = ['editor', 'reviewer', 'signer', 'dispatcher'] as const satisfies readonly Role[];
export const editors = ['editor'] as const satisfies readonly Role[];
export const reviewers = ['reviewer', 'signer'] as const satisfies readonly Role[];
export const signers = ['signer'] as const satisfies readonly Role[];
/** Who answers for what is printed, each on the way of a text. */
export const proofreaders = ['editor', 'reviewer', 'signer'] as const satisfies readonly Role[];
/** Who turns a signed issue into paper. */
export const printers = ['editor', 'dispatcher'] as const satisfies readonly Role[];
