import { CoreError } from '../../core/errors.ts';
import type { Door } from '../door.ts';

/** Our page sets it on every call that writes; a foreign page would have to ask first (CORS), and is refused then. */
export const OWN_HEADER = 'x-desk';

/**
 * Against calls from foreign pages: a form, a script, an image, an event stream. Reading is refused where the browser
 * says it comes from elsewhere; writing needs our own header and, where the door's pages send it, proof that it does not.
 * Throws `wrong-origin`.
 */
export function guardOrigin(request: Request, door: Pick<Door, 'origins' | 'sendsOrigin'>): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = (origin !== null && !door.origins.includes(origin)) || (site !== null && !OWN_SITES.includes(site));
  const unproven = origin === null && site !== 'same-origin' && door.sendsOrigin;
  const refused = isWriting(request)
    ? foreign || unproven || request.headers.get(OWN_HEADER) !== '1'
    : foreign && !isNavigation(request);
  if (refused) throw new CoreError('wrong-origin');
}

/** `none`: typed, bookmarked, or opened by another program. */
const OWN_SITES = ['same-origin', 'none'];

export const isWriting = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD';

/** A link elsewhere may lead here; the cookie, SameSite=Strict, does not come along. */
const isNavigation = (request: Request) =>
  request.headers.get('origin') === null &&
  request.headers.get('sec-fetch-mode') === 'navigate' &&
  request.headers.get('sec-fetch-dest') === 'document';
