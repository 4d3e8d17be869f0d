/**
 * Hands over the files that were dropped, those in dropped folders too, in the order of their paths; at once where there
 * is no folder. Hidden files, and those Word leaves while a document is open (`~$…`), are passed over inside folders.
 */
export function takeDropped(dropped: DataTransfer | null, onFiles: (files: File[]) => void): void {
  // Entries must be asked for before anything is waited for: the browser empties the list then.
  const entries = [...(dropped?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) {
    onFiles([...(dropped?.files ?? [])]);
    return;
  }
  const found = Promise.all(entries.filter((entry) => entry !== null).map(filesBelow));
  void found.then((files) => onFiles(files.flat()));
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const inside = (await entriesOf(entry as FileSystemDirectoryEntry)).filter(({ name }) => !/^[.~]/.test(name));
  inside.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  const files: File[] = [];
  for (const one of inside) files.push(...(await filesBelow(one)));
  return files;
}

/** A reader gives at most a hundred at a time; it is asked until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
