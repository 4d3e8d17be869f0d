import type { Topic } from '../../../shared/contract/events.ts';
import type { Connection } from './sqlite.ts';

/** A boolean is 0 or 1, a list is JSON: the schema says which. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Values for `?`, in order, or for `@name`, by name. */
export type Params = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** What a query may use: it cannot change anything. Rows are typed by the caller, who knows the schema. */
export interface Readable {
  all<Row>(sql: string, params?: Params): Row[];
  /** The first row, or `undefined`. */
  get<Row>(sql: string, params?: Params): Row | undefined;
}

/** What a command may use, within its transaction only. */
export interface Writable extends Readable {
  run(sql: string, params?: Params): { changes: number; lastInsertRowid: number };
  /** Several statements without parameters: for migrations. */
  exec(sql: string): void;
  /** Names what this transaction changes; pages that show it ask again once it is committed. */
  touch(...topics: Topic[]): void;
}

/** More than the program has texts of SQL; keeps lists built from data (`IN (?,?,…)`) from piling up. */
const CACHE_LIMIT = 500;

const NO_PARAMS: Params = [];

/**
 * Handles over one connection with one cache of prepared statements.
 * A readable refuses statements that write; a writable refuses to work outside of a transaction, so that one kept
 * beyond its callback cannot commit on its own.
 */
export function makeHandles(connection: Connection, touched: Set<Topic>) {
  const statements = new Map<string, ReturnType<typeof connection.prepare<[Params]>>>();

  function prepare(sql: string) {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare<[Params]>(sql);
    const oldest = statements.keys().next();
    if (statements.size >= CACHE_LIMIT && !oldest.done) statements.delete(oldest.value);
    statements.set(sql, statement);
    return statement;
  }

  function prepareQuery(sql: string) {
    const statement = prepare(sql);
    if (!statement.readonly) throw new Error(`a readable handle cannot write: ${sql}`);
    return statement;
  }

  function inTransaction() {
    if (!connection.inTransaction) throw new Error('a writable handle was used after its transaction ended');
    return connection;
  }

  const readable: Readable = {
    all: <Row>(sql: string, params = NO_PARAMS) => prepareQuery(sql).all(params) as Row[],
    get: <Row>(sql: string, params = NO_PARAMS) => prepareQuery(sql).get(params) as Row | undefined,
  };

  const writable: Writable = {
    all<Row>(sql: string, params = NO_PARAMS) {
      inTransaction();
      return prepare(sql).all(params) as Row[];
    },
    get<Row>(sql: string, params = NO_PARAMS) {
      inTransaction();
      return prepare(sql).get(params) as Row | undefined;
    },
    run(sql, params = NO_PARAMS) {
      inTransaction();
      const { changes, lastInsertRowid } = prepare(sql).run(params);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    exec(sql) {
      inTransaction().exec(sql);
      // Column names of prepared statements are those of the schema they were prepared under.
      statements.clear();
    },
    touch(...topics) {
      for (const topic of topics) touched.add(topic);
    },
  };

  return { readable, writable };
}
