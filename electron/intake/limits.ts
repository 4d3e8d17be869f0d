import { IntakeError } from './reader.ts';

/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES: number = 20 * 1024 * 1024;

/**
 * Refuses a file by its size alone, before its bytes are fetched.
 * @param size in bytes
 */
export function assertSize(size: number, fileName: string): void {
  if (size <= MAX_FILE_BYTES) return;
  const params = { file: baseName(fileName), size: megabytes(size), limit: megabytes(MAX_FILE_BYTES) };
  throw new IntakeError('file-too-large', params);
}

function megabytes(size: number): string {
  return `${Math.ceil(size / (1024 * 1024))} MB`;
}

/** A file's name without its folders, of any system, and without characters that hide or turn what follows. */
export function baseName(fileName: string): string {
  return (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Limits a person may lift for one file. */
export interface ReadLimits {
  /** Pages of a PDF. */
  readonly pages: number;
}

/** Longer ones are books, not reports. */
export const USUAL_LIMITS: ReadLimits = { pages: 200 };
/** As far as a person may go. */
export const LIFTED_LIMITS: ReadLimits = { pages: 5_000 };
