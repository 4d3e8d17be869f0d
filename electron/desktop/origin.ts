/** Where the program's pages live in the desktop window. */
export const SCHEME = 'app';
export const ORIGIN = 'app://desk';

/** Whether an address is one of our own pages or files. `URL.origin` is "null" for schemes it does not know. */
export function isOwn(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.protocol === `${SCHEME}:` && url.host === 'desk' && url.username === '' && url.password === ''
  );
}
