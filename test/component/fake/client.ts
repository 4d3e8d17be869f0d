import type { Connection, DeskClient, UploadKind, UploadOptions, Uploads } from '../../../renderer/data/client.ts';
import { DeskError } from '../../../renderer/data/errors.ts';
import type { DeskEvent } from '../../../shared/contract/events.ts';
import { type Input, type MethodName, methods, type Output, type ParsedInput } from '../../../shared/contract/index.ts';

/** What the played core answers to each method; what is left out it does not know. */
export type Answers = {
  [Name in MethodName]?: (input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>;
};

export interface FakeClient extends DeskClient {
  /** Every call so far, in order. */
  calls: { name: MethodName; input: unknown }[];
  /** Inputs of the calls of one method. */
  callsOf<Name extends MethodName>(name: Name): Input<Name>[];
  /** Let a method answer otherwise from now on. */
  answer<Name extends MethodName>(name: Name, handler: NonNullable<Answers[Name]>): void;
  /** Push an event, as the core would. */
  push(event: DeskEvent): void;
  setConnection(state: Connection): void;
  /** What becomes of uploaded files. */
  onUpload: (kind: UploadKind, file: File, options: UploadOptions) => Promise<Uploads[UploadKind]>;
  downloads: string[];
}

/** A client without a core: inputs pass the contract's own schemas, answers come from the test. */
export function fakeClient(answers: Answers): FakeClient {
  const handlers = new Map(Object.entries(answers)) as Map<MethodName, (input: never) => unknown>;
  const listeners = new Set<(event: DeskEvent) => void>();
  const connections = new Set<(state: Connection) => void>();
  const client: FakeClient = {
    calls: [],
    downloads: [],
    callsOf: <Name extends MethodName>(name: Name) =>
      client.calls.filter((call) => call.name === name).map((call) => call.input as Input<Name>),
    answer: (name, handler) => void handlers.set(name, handler as (input: never) => unknown),
    push: (event) => {
      for (const listener of listeners) listener(event);
    },
    setConnection: (state) => {
      for (const listener of connections) listener(state);
    },
    async call<Name extends MethodName>(name: Name, input: Input<Name>) {
      client.calls.push({ name, input });
      const parsed = methods[name].input.safeParse(input);
      if (!parsed.success) throw new DeskError({ code: 'invalid-input', params: { detail: parsed.error.message } });
      const handler = handlers.get(name);
      if (!handler) throw new DeskError({ code: 'unknown-method', params: { method: name } });
      // A copy, as over the wire: the page must not share objects with the core.
      return structuredClone(await handler(parsed.data as never)) as Output<Name>;
    },
    send: (name, input) => void client.call(name, input).catch(() => {}),
    onUpload: () => Promise.reject(new DeskError({ code: 'internal', params: {} })),
    upload: <Kind extends UploadKind>(kind: Kind, file: File, options: UploadOptions = {}) =>
      client.onUpload(kind, file, options) as Promise<Uploads[Kind]>,
    download: (address) => {
      client.downloads.push(address);
      return Promise.resolve();
    },
    listen: (onEvent, onConnection) => {
      listeners.add(onEvent);
      connections.add(onConnection);
      return () => {
        listeners.delete(onEvent);
        connections.delete(onConnection);
      };
    },
  };
  return client;
}
