import { useEffect, useState } from 'react';

/** Where on the page one is; in the address after `#`, so that Back works and nothing is asked of the office. */
export type Route =
  | { screen: 'write'; draft: string | null }
  | { screen: 'mine'; id: string | null }
  | { screen: 'circular'; id: string }
  | { screen: 'asked' }
  | { screen: 'topics' };

export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return routeOf(hash);
}

export function routeOf(hash: string): Route {
  const [screen, id = ''] = hash.replace(/^#\/?/, '').split('/');
  switch (screen) {
    case 'mine':
      return { screen, id: id === '' ? null : id };
    case 'circular':
      return { screen, id };
    case 'asked':
    case 'topics':
      return { screen };
    default:
      return { screen: 'write', draft: id === '' ? null : id };
  }
}

export const goTo = (path: string): void => {
  location.hash = `#/${path}`;
};
