import { office } from './0001-office.ts';

/** Every step of the schema, in order. Only append: a released step is never edited. */
export const migrations = [office];
