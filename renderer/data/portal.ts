import type { PortalInput, PortalMethodName, PortalOutput } from '../../shared/contract/portal/index.ts';
import type { AttachedFile } from '../../shared/contract/portal/views.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { ConnectionLost, errorFromBody } from './errors.ts';

/**
 * The department page's line to the office. Apart from the workstation's client: it is served to browsers of eight years
 * ago over plain HTTP and takes nothing along that it does not need.
 */
export interface PortalClient {
  /** Rejects with DeskError, ConnectionLost. */
  call<Name extends PortalMethodName>(name: Name, input: PortalInput<Name>): Promise<PortalOutput<Name>>;
  signIn(unit: string, code: string): Promise<void>;
  signOut(): Promise<void>;
  attach(draft: DraftId, file: File, onProgress: (sent: number) => void): Promise<AttachedFile[]>;
}

export const httpPortal: PortalClient = {
  call: (name, input) => post(`/rpc/${name}`, input) as never,
  signIn: async (unit, code) => {
    await post('/sign-in', { unit, code });
  },
  signOut: async () => {
    await post('/sign-out', {});
  },
  attach,
};

const OWN_PAGE = { 'x-desk': '1' };

async function post(address: string, input: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...OWN_PAGE, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
  } catch (error) {
    throw new ConnectionLost(error);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorFromBody(body);
  return body;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
function attach(draft: DraftId, file: File, onProgress: (sent: number) => void): Promise<AttachedFile[]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/drafts/${encodeURIComponent(draft)}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('x-desk', '1');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as AttachedFile[]);
      else reject(errorFromBody(request.response));
    };
    request.onerror = () => reject(new ConnectionLost(new Error(`upload of ${file.name} failed`)));
    request.send(file);
  });
}
