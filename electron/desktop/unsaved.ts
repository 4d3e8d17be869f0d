import { type BrowserWindow, dialog } from 'electron';

/**
 * The page holds a window open while a text is not saved yet, usually for less than a second; without this Electron would
 * refuse the close in silence. The person decides, and the harmless answer is the default.
 */
export function askAboutUnsaved(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: '还有文字没有保存上。',
      detail: '留在窗口里会继续保存；仍要关闭，最后几秒写的内容会丢失。',
      buttons: ['留在窗口', '仍要关闭'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === CLOSE) event.preventDefault();
  });
}

const CLOSE = 1;
