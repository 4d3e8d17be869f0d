import type { z } from 'zod';
import type { Method } from './define.ts';
import { backIssueMethods } from './methods/backIssues.ts';
import { checklistMethods } from './methods/checklist.ts';
import { circularMethods } from './methods/circulars.ts';
import { commentMethods } from './methods/comments.ts';
import { issueMethods } from './methods/issues.ts';
import { itemMethods } from './methods/items.ts';
import { leaseMethods } from './methods/leases.ts';
import { officeMethods } from './methods/office.ts';
import { officePortalMethods } from './methods/portal.ts';
import { proofMethods } from './methods/proof.ts';
import { registerMethods } from './methods/registers.ts';
import { reviewMethods } from './methods/review.ts';
import { scoringMethods } from './methods/scoring.ts';
import { searchMethods } from './methods/search.ts';
import { statisticsMethods } from './methods/statistics.ts';
import { submissionMethods } from './methods/submissions.ts';

/** The only door to the core: every method, declared once. */
export const methods = {
  ...officeMethods,
  ...registerMethods,
  ...submissionMethods,
  ...itemMethods,
  ...issueMethods,
  ...backIssueMethods,
  ...searchMethods,
  ...proofMethods,
  ...commentMethods,
  ...leaseMethods,
  ...reviewMethods,
  ...officePortalMethods,
  ...checklistMethods,
  ...scoringMethods,
  ...circularMethods,
  ...statisticsMethods,
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Output<Name extends MethodName> = Methods[Name] extends Method<z.ZodType, infer Result> ? Result : never;
/** What a caller sends; defaults may be left out. */
export type Input<Name extends MethodName> = z.input<Methods[Name]['input']>;
/** What a handler gets after the schema. */
export type ParsedInput<Name extends MethodName> = z.output<Methods[Name]['input']>;

/** Methods of one feature: `MethodsOf<'issues'>`. */
export type MethodsOf<Feature extends string> = Extract<MethodName, `${Feature}.${string}`>;

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methods, name);
