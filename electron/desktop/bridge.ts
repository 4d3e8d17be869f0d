import { type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { type DesktopBridge, desktopChannels } from '../../shared/contract/desktop.ts';
import { isOwn } from './origin.ts';
import type { ShowableFolders } from './showInFolder.ts';

const inputs = {
  showInFolder: z.tuple([z.string().min(1).max(4096)]),
  chooseFolder: z.tuple([]),
} satisfies Record<keyof DesktopBridge, z.ZodType>;

/**
 * Answers what the preload script asks for the page. Each call must come from the top frame of our own page and pass its
 * schema; anything else is refused without being looked at.
 */
export function serveBridge(window: () => BrowserWindow | null, folders: ShowableFolders): void {
  serve('showInFolder', async ([path]) => folders.show(path));
  serve('chooseFolder', () => chooseFolder(window()));
}

function serve<Name extends keyof DesktopBridge>(
  name: Name,
  run: (input: z.output<(typeof inputs)[Name]>) => ReturnType<DesktopBridge[Name]>,
): void {
  ipcMain.handle(desktopChannels[name], (event, ...input: unknown[]) => {
    if (!isOurPage(event)) throw new Error('请求不是从本程序的页面发出的，已拒绝。');
    const parsed = inputs[name].safeParse(input);
    if (!parsed.success) throw new Error('请求无法识别。');
    return run(parsed.data as z.output<(typeof inputs)[Name]>);
  });
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url);
}

/** The system's folder dialog; `null` where it was closed. */
export async function chooseFolder(window: BrowserWindow | null, title = '选择文件夹'): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title,
    buttonLabel: '选择',
    properties: ['openDirectory', 'createDirectory'],
  };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}
