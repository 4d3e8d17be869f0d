import { IntakeError } from './reader.ts';

/** What the gates of containers say of a file. */
interface ContainerFault extends Error {
  readonly kind: 'damaged' | 'unsafe' | 'encrypted';
}

/** The sentence for a container's fault; its message is the detail. */
export function containerError(cause: ContainerFault, file: string): IntakeError {
  const { kind, message: detail } = cause;
  switch (kind) {
    case 'encrypted':
      return new IntakeError('file-encrypted', { file }, { cause });
    case 'unsafe':
      return new IntakeError('file-unsafe', { file, detail }, { cause });
    case 'damaged':
      return new IntakeError('file-damaged', { file, detail }, { cause });
    default:
      return kind satisfies never;
  }
}
