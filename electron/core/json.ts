import type { z } from 'zod';

/** A JSON column through its schema: what another version or hand wrote is restored or refused, never trusted. */
export const fromJson = <Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> =>
  schema.parse(JSON.parse(text));

export const toJson = (value: unknown): string => JSON.stringify(value);
