import type { z } from 'zod';
import type { Role } from '../domain/people.ts';

/** Who may call: `anyone` needs no person chosen yet (start of the program, choosing who works). */
export type Allowed = readonly Role[] | 'anyone';

/**
 * One method of the core: declared here once, its client type and its handler's type derived. The output is a type
 * only: the core is trusted to answer what it says, the page is not trusted to ask.
 */
export interface Method<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Kind extends MethodKind = MethodKind,
  Who extends Allowed = Allowed,
> {
  kind: Kind;
  allowed: Who;
  input: Input;
  /** Never set; carries the type. */
  readonly output?: Output;
}

/** A query changes nothing; a command is written to the log with who called it. */
export type MethodKind = 'query' | 'command';

const method =
  <Kind extends MethodKind>(kind: Kind) =>
  <const Who extends Allowed, Input extends z.ZodType>(allowed: Who, input: Input) => ({
    returns: <Output>(): Method<Input, Output, Kind, Who> => ({ kind, allowed, input }),
  });

export const query = method('query');
export const command = method('command');
