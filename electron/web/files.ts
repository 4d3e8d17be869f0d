import { CoreError } from '../core/errors.ts';
import { isDownload, isUpload } from '../core/features/files.ts';
import type { NamedBytes } from '../core/index.ts';
import { inMegabytes, MEGABYTE, readBody } from './body.ts';
import type { Caller } from './caller.ts';
import { contentDisposition, nameOfUpload, pathOfUpload } from './fileNames.ts';
import { contentSecurityPolicy } from './headers.ts';

/** The largest file taken in, in words for the page. */
const LIMIT = 20 * MEGABYTE;

/**
 * `POST /files/<path>?name=…` with the file as raw body: `intake`, or a register as XLSX. Answers JSON.
 * Throws CoreError; a file over 20 MB is named with its size and never held.
 */
export async function takeFile(path: string, request: Request, { core, actor }: Caller): Promise<Response> {
  if (path !== 'intake' && !isUpload(path)) throw new CoreError('not-found', { what: '这项导入' });
  if (actor === null) throw new CoreError('not-signed-in');
  const file = await readUpload(request, path === 'back-issues' ? pathOfUpload : nameOfUpload);
  const long = new URL(request.url).searchParams.has('long');
  const result =
    path === 'intake' ? await core.intakeFile(file, actor, long) : await core.files.upload(path, file, actor);
  return Response.json(result ?? null);
}

/** A file that is sent as raw body, `?name=…`, which `nameFrom` makes harmless. Throws `invalid-request`, `file-too-large`. */
export async function readUpload(request: Request, nameFrom = nameOfUpload): Promise<NamedBytes> {
  if (request.headers.get('content-type') !== 'application/octet-stream') throw new CoreError('invalid-request');
  const name = nameFrom(new URL(request.url).searchParams.get('name') ?? '');
  const bytes = await readBody(request, LIMIT, (announced) => {
    const size = announced === null ? `${inMegabytes(LIMIT)} 以上` : inMegabytes(announced);
    return new CoreError('file-too-large', { file: name, size, limit: inMegabytes(LIMIT) });
  });
  return { name, bytes };
}

/** Somebody else's bytes: saved, never shown as a page. */
export const attachment = ({ name, bytes }: NamedBytes): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition(name, { inline: false }),
      'content-security-policy': contentSecurityPolicy({ sandbox: true }),
    },
  });

/**
 * `GET /files/<path>`: always a download, never a page. `?show` lets a PDF of ours open in the window, to be printed; a
 * picture is shown as the kind its first bytes say.
 * Throws CoreError.
 */
export async function giveFile(path: string, request: Request, { core, actor }: Caller): Promise<Response> {
  if (!isDownload(path)) throw new CoreError('not-found', { what: '这个文件' });
  const { bytes, name, type } = await core.files.download(path, actor);
  const shown = path.startsWith('pictures/')
    ? PICTURES.has(type)
    : type === PDF && SHOWABLE.test(path) && new URL(request.url).searchParams.has('show');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': shown || SAFE_TYPES.has(type) ? type : 'application/octet-stream',
      'content-disposition': contentDisposition(name, { inline: shown }),
      // Chromium's PDF view does not open in a sandbox.
      'content-security-policy': contentSecurityPolicy({ sandbox: !shown || type !== PDF }),
    },
  });
}

/** Made by our own press; an original is somebody else's. */
const SHOWABLE = /^(?:issues|slips)\//;

const PDF = 'application/pdf';
const PICTURES = new Set(['png', 'jpeg', 'gif', 'webp', 'bmp'].map((type) => `image/${type}`));
const SAFE_TYPES = new Set([
  PDF,
  'text/plain; charset=utf-8',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
