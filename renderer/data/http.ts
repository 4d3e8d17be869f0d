import type { DeskEvent } from '../../shared/contract/events.ts';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { Connection, DeskClient, UploadKind, UploadOptions, Uploads } from './client.ts';
import { ConnectionLost, errorFromBody } from './errors.ts';

/** A foreign page cannot set this header without asking first, so the core takes it as proof of our own page. */
const ownPage = { 'x-desk': '1' };

/** The client that speaks to the core over `/rpc`, `/files` and `/events` of the page's own origin. */
export const httpClient: DeskClient = { call, send, upload, download, listen };

async function call<Name extends MethodName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Output<Name>> {
  const response = await ask(`/rpc/${name}`, {
    method: 'POST',
    headers: { ...ownPage, 'content-type': 'application/json' },
    body: JSON.stringify(input),
    ...(signal ? { signal } : {}),
  });
  const body = await bodyOf(response);
  if (!response.ok) throw errorFromBody(body);
  return body as Output<Name>;
}

function send<Name extends MethodName>(name: Name, input: Input<Name>): void {
  const headers = { ...ownPage, 'content-type': 'application/json' };
  ask(`/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(input), keepalive: true }).catch(() => {});
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ConnectionLost(error);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
function upload<Kind extends UploadKind>(kind: Kind, file: File, options: UploadOptions = {}): Promise<Uploads[Kind]> {
  const { onProgress, signal, name = file.name, long = false } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/${kind}?name=${encodeURIComponent(name)}${long ? '&long' : ''}`);
    request.setRequestHeader('x-desk', '1');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploads[Kind]);
      else reject(errorFromBody(request.response));
    };
    request.onerror = () => reject(new ConnectionLost(new Error(`upload of ${file.name} failed`)));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    if (signal?.aborted) {
      reject(new DOMException('stopped', 'AbortError'));
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function download(address: string): Promise<void> {
  const response = await ask(address, { headers: ownPage });
  if (!response.ok) throw errorFromBody(await bodyOf(response));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get('content-disposition')) ?? '';
  link.click();
  // The browser has taken the address by the next turn; freeing it at once would race with large files.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name a `content-disposition` gives, RFC 6266 (`filename*` before `filename`). */
export function nameIn(disposition: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** Pushes, for as long as nobody calls the returned function; a closed line is opened again. */
function listen(onEvent: (event: DeskEvent) => void, onConnection: (state: Connection) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    const current = new EventSource('/events');
    source = current;
    current.onopen = () => onConnection('open');
    current.onmessage = (message: MessageEvent<string>) => onEvent(JSON.parse(message.data) as DeskEvent);
    current.onerror = () => {
      onConnection('lost');
      // A cut line is tried again by EventSource itself, an answer that was refused is not.
      if (current.readyState === EventSource.CLOSED) timer = setTimeout(open, 2000);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
