import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Earliest time a ZIP entry can have: files of one content have the same bytes on every day. */
const ZIP_EPOCH = '1980-01-01T00:00:00';

/** Packs an Office file: entries in the given order, no dates. */
export function packOffice(entries: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(entries))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: ZIP_EPOCH, level: 6 });
}

/** Packs an Office file again without its dates; `edit` may change the text of an entry. */
export function repackOffice(bytes: Uint8Array, edit: (name: string, text: string) => string): Uint8Array {
  const entries: Record<string, string | Uint8Array> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    entries[name] = /\.(xml|rels)$/.test(name) ? edit(name, new TextDecoder().decode(content)) : content;
  return packOffice(entries);
}
