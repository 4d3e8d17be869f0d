import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { FUSES, packaging } from '../../../build/package/config.ts';
import { root } from '../../../build/setup/process.ts';

test("the packager's own schema accepts the configuration", async () => {
  const itsOwn = createRequire(import.meta.resolve('electron-builder'));
  const { validateConfiguration } = itsOwn('app-builder-lib/out/util/config/config.js');
  const { DebugLogger } = itsOwn('builder-util');
  await validateConfiguration(packaging, new DebugLogger(false));
  await expect(validateConfiguration({ ...packaging, asarr: true }, new DebugLogger(false))).rejects.toThrow('asarr');
});

test('each system gets its installers for both processors', () => {
  const targets = [packaging.win, packaging.mac, packaging.linux].map((system) => system?.target);
  const both = ['x64', 'arm64'];
  expect(targets).toEqual([
    [{ target: 'nsis', arch: both }],
    [{ target: 'dmg', arch: both }],
    [
      { target: 'deb', arch: both },
      { target: 'AppImage', arch: both },
    ],
  ]);
});

test('every door Electron leaves open by default is shut, and none is forgotten', () => {
  for (const fuse of [
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'GrantFileProtocolExtraPrivileges',
  ] as const) {
    expect(FUSES[FuseV1Options[fuse]]).toBe(false);
  }
  for (const fuse of [
    'OnlyLoadAppFromAsar',
    'EnableEmbeddedAsarIntegrityValidation',
    'EnableCookieEncryption',
  ] as const) {
    expect(FUSES[FuseV1Options[fuse]]).toBe(true);
  }
  const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  for (const fuse of known) expect(FUSES).toHaveProperty(String(fuse));
});

test('what the package takes along is there', () => {
  expect(existsSync(join(root, String(packaging.icon)))).toBe(true);
});
