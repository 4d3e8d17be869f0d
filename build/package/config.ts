import { type FuseConfig, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';

/**
 * Packages for the three systems. LoongArch has no official Electron: there the browser workstation is started with
 * `npm start`, on the system's own Node.
 */
export const packaging: Configuration = {
  appId: 'cn.bulletin-desk.workstation',
  productName: '信息编刊工作站',
  // The file names of programs stay plain on every system; what people read is productName.
  executableName: 'bulletin-desk',
  directories: { output: 'dist/packages', buildResources: 'build/package' },
  icon: 'build/package/icon.png',
  files: [
    'package.json',
    'dist/desktop/**',
    'dist/preload/**',
    'dist/renderer/**',
    'dist/portal/**',
    'dist/packet/**',
    '!**/*.map',
    // The page's packages are in its bundle already.
    ...['antd', '@ant-design', '@rc-component', '@dnd-kit', '@tanstack', '@tiptap', '@babel', '@emotion'].map(without),
    ...['prosemirror-*', 'react', 'react-dom', 'react-router', 'react-resizable-panels', 'scheduler', 'dayjs'].map(
      without,
    ),
    '!node_modules/better-sqlite3/{deps,src}/**',
  ],
  asar: true,
  // Native modules are loaded by the system, which cannot look into the archive. Programs stay inside: they are checked.
  asarUnpack: ['node_modules/better-sqlite3/**', 'node_modules/@myriaddreamin/**', '**/*.node'],
  extraResources: [{ from: '.cache/fonts', to: 'fonts', filter: ['**/*.otf', '**/*.ttf'] }],
  // All native modules come prebuilt with Node-API.
  npmRebuild: false,
  afterPack: setFuses,
  publish: null,
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN'],
    shortcutName: '信息编刊工作站',
    deleteAppDataOnUninstall: false,
  },
  mac: {
    category: 'public.app-category.business',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    electronLanguages: ['zh_CN'],
  },
  linux: {
    category: 'Office',
    maintainer: 'Bulletin Desk',
    synopsis: '信息编刊工作站',
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
  },
};

function without(name: string): string {
  return `!node_modules/${name}/**`;
}

/** Doors of Electron that stand open unless shut (its security checklist, item 19). */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig;

/** Sets the fuses before anything is signed, and reads them back: a package with an open one is not made. */
async function setFuses(context: AfterPackContext): Promise<void> {
  const { appOutDir, packager } = context;
  await packager.addElectronFuses(context, FUSES);
  const wire = await getCurrentFuseWire(
    programOf(appOutDir, packager.platform.nodeName, packager.appInfo.productFilename),
  );
  for (const [fuse, wanted] of Object.entries(FUSES)) {
    const read = wire[Number(fuse) as FuseV1Options];
    if (typeof wanted !== 'boolean' || read === undefined || Number.isNaN(Number(fuse))) continue;
    if ((read === FuseState.ENABLE) !== wanted) throw new Error(`fuse ${FuseV1Options[Number(fuse)]} reads ${read}`);
  }
}

function programOf(folder: string, platform: string, name: string): string {
  switch (platform) {
    case 'darwin':
      return `${folder}/${name}.app`;
    case 'win32':
      return `${folder}/bulletin-desk.exe`;
    default:
      return `${folder}/bulletin-desk`;
  }
}
