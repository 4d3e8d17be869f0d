import type { DeskEvent } from '../../shared/contract/events.ts';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { BackUpload } from '../../shared/contract/methods/backIssues.ts';
import type { ImportResult, IntakeResult } from '../../shared/contract/views.ts';

/** Files that go to the core: kind → what it answers. The kind is the last part of the address, `/files/KIND`. */
export interface Uploads {
  intake: IntakeResult;
  departments: ImportResult;
  recipients: ImportResult;
  'back-issues': BackUpload;
  leaders: ImportResult;
  wordings: ImportResult;
}
export type UploadKind = keyof Uploads;

export interface UploadOptions {
  /** Sent instead of the file's own: with the folders it lay in. */
  name?: string;
  /** A person has allowed a file of more pages than usual. */
  long?: boolean;
  /** Bytes sent and to send. */
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

/** Whether pushes from the core arrive. */
export type Connection = 'open' | 'lost';

/** The page's only way to the core. One implementation speaks HTTP, one is played by the component tests. */
export interface DeskClient {
  /** Throws DeskError, or ConnectionLost where nothing answered. */
  call<Name extends MethodName>(name: Name, input: Input<Name>, signal?: AbortSignal): Promise<Output<Name>>;
  /** Calls without waiting for the answer, also while the page is being left. For what may fail without harm. */
  send<Name extends MethodName>(name: Name, input: Input<Name>): void;
  upload<Kind extends UploadKind>(kind: Kind, file: File, options?: UploadOptions): Promise<Uploads[Kind]>;
  /** Fetches a file of the core's and hands it to the browser to save under the name the core gives it. */
  download(address: string): Promise<void>;
  /** Listens to pushes until the returned function is called. */
  listen(onEvent: (event: DeskEvent) => void, onConnection: (state: Connection) => void): () => void;
}
