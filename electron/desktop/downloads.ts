import type { Session } from 'electron';

/** A file that leaves the program asks where to: the system's save dialog, with the file's own name. */
export function askWhereToSave(session: Session): void {
  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({ title: '保存文件', buttonLabel: '保存', defaultPath: item.getFilename() });
  });
}
