import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu in Chinese. What the program does stands on its screens; here is what every window has.
 * @param developing adds the developer tools
 */
export function menuTemplate(platform: NodeJS.Platform, developing: boolean): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac: MenuItemConstructorOptions = {
    label: '信息编刊工作站',
    submenu: [
      { role: 'about', label: '关于信息编刊工作站' },
      separator,
      { role: 'hide', label: '隐藏' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      separator,
      { role: 'quit', label: '退出' },
    ],
  };
  return [
    platform === 'darwin'
      ? mac
      : { label: '文件(&F)', submenu: [{ role: 'quit', label: '退出(&X)', accelerator: 'CmdOrCtrl+Q' }] },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        separator,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'pasteAndMatchStyle', label: '粘贴为纯文字' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        separator,
        { role: 'togglefullscreen', label: '全屏' },
        ...(developing ? [separator, { role: 'toggleDevTools' as const, label: '开发者工具' }] : []),
      ],
    },
    {
      label: '窗口(&W)',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'close', label: '关闭' },
      ],
    },
  ];
}
