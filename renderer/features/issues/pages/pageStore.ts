/**
 * Drawings of pages by the hash of their content, so that a page is sent and drawn once however often it comes back
 * (an undo, another issue of the same masthead). Kept as blob addresses: an <img> keeps the old drawing until the
 * new one is ready, and a page's markup never becomes part of the document.
 */
export interface PageStore {
  /** Hashes whose drawing need not be sent, the most recently used last. */
  known(): string[];
  add(hash: string, svg: string): void;
  /** Address of the drawing; `null` where it is not there (any more). */
  url(hash: string): string | null;
  clear(): void;
}

interface BlobUrls {
  createObjectURL(blob: Blob): string;
  revokeObjectURL(url: string): void;
}

/** `limit`: drawings kept; a page is about a megabyte. The pages on screen must fit in it. */
export function createPageStore(limit: number, urls: BlobUrls = URL): PageStore {
  const byHash = new Map<string, string>();
  const drop = (hash: string) => {
    const url = byHash.get(hash);
    if (url !== undefined) urls.revokeObjectURL(url);
    byHash.delete(hash);
  };
  return {
    known: () => [...byHash.keys()],
    add(hash, svg) {
      if (byHash.has(hash)) return;
      byHash.set(hash, urls.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
      for (const oldest of byHash.keys()) {
        if (byHash.size <= limit) break;
        drop(oldest);
      }
    },
    url(hash) {
      const url = byHash.get(hash);
      if (url === undefined) return null;
      byHash.delete(hash);
      byHash.set(hash, url);
      return url;
    },
    clear() {
      for (const hash of [...byHash.keys()]) drop(hash);
    },
  };
}
