import { office } from './0001-office.ts';
import { search } from './0002-search.ts';

/** Every step of the schema, in order. Only append: a released step is never edited. */
export const migrations = [office, search];
