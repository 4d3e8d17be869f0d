import { useEffect, useState } from 'react';
import { readableEndings } from '../../../../shared/contract/readable.ts';

/** A file with the folders it lay in below the one that was chosen: 2018/第17期.docx. */
export interface FolderFile {
  path: string;
  file: File;
}

/** Files picked through an input; one with `webkitdirectory` tells the folders. */
export const pickedFiles = (files: FileList | null): FolderFile[] =>
  wanted([...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));

/** In the order a person counts: 第2期 before 第10期. */
const wanted = (files: readonly FolderFile[]): FolderFile[] =>
  files.filter(isWanted).sort((a, b) => a.path.localeCompare(b.path, 'zh', { numeric: true }));

/** Hidden files, those Word leaves while a document is open (`~$…`), and what no reader knows are passed over. */
function isWanted({ path }: FolderFile): boolean {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  return !/^[.~]/.test(name) && readableEndings.some((ending) => name.endsWith(ending));
}

/** Files and whole folders that were dropped. */
export async function droppedFiles(transfer: DataTransfer): Promise<FolderFile[]> {
  // Both lists are emptied by the browser as soon as the event is over.
  const files = [...transfer.files];
  const entries = [...(transfer.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return wanted(files.map((file) => ({ path: file.name, file })));
  const found: FolderFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return wanted(found);
}

async function collect(entry: FileSystemEntry, found: FolderFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader answers a hundred at a time, and nothing when there is no more.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const one of entries) await collect(one, found);
  }
}

/** Files and folders dropped on the window while the component stands are back issues, not submissions. */
export function useFolderDrop(onFiles: (files: readonly FolderFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const taking = (event: DragEvent): boolean => {
      if (!event.dataTransfer?.types.includes('Files')) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      return true;
    };
    const onDragOver = (event: DragEvent) => {
      if (taking(event)) setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer || !taking(event)) return;
      setOver(false);
      void droppedFiles(event.dataTransfer).then(onFiles);
    };
    // Before the listeners of the window that take anything dropped for a submission.
    const options = { capture: true };
    window.addEventListener('dragover', onDragOver, options);
    window.addEventListener('dragleave', onDragLeave, options);
    window.addEventListener('drop', onDrop, options);
    return () => {
      window.removeEventListener('dragover', onDragOver, options);
      window.removeEventListener('dragleave', onDragLeave, options);
      window.removeEventListener('drop', onDrop, options);
    };
  }, [onFiles]);
  return over;
}
