import { contextBridge, ipcRenderer } from 'electron';
import { type DesktopBridge, desktopChannels } from '../../shared/contract/desktop.ts';

/** A fixed list of functions; neither `ipcRenderer` nor an event object ever reaches the page. */
const bridge: DesktopBridge = {
  showInFolder: (path) => ipcRenderer.invoke(desktopChannels.showInFolder, path),
  chooseFolder: () => ipcRenderer.invoke(desktopChannels.chooseFolder),
};

contextBridge.exposeInMainWorld('desktop', bridge);
