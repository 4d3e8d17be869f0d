import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { roleSchema } from '../../shared/domain/people.ts';
import { type Actor, type Core, type CorePorts, createCore, type SessionPort } from '../core/index.ts';
import { pressForCore } from '../core/press.ts';
import { makeSampleOffice } from '../core/sample/index.ts';
import { createPress, nodeFork, type Press } from '../press/index.ts';
import { folderAssets } from '../web/assets.ts';
import { openLog } from '../web/log.ts';
import { openPortalDoor } from '../web/portal/server.ts';
import { serve, type Workstation } from '../web/server.ts';

/** The checkout, or the folder of the installed program. */
const programFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Fonts fetched by the set-up lie beside the program; those of the system are found without being named. */
export function openPress(): Press {
  return createPress({ fork: nodeFork(), fontDirs: [join(programFolder, '.cache', 'fonts')] });
}

export interface CoreHost {
  readonly core: Core;
  /** Calls a method as the one who typed the command. Throws CoreError. */
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  readonly actor: Actor;
}

/** Who works where nobody signed in; the record names him so. */
const actor: Actor = { personId: 'command-line' as PersonId, name: '命令行', roles: roleSchema.options };
const session: SessionPort = {
  personId: null,
  choose: () => {},
  capabilities: { showInFolder: false, chooseFolder: false, print: false },
};

/**
 * Runs `work` on a data folder, and closes it whatever happens.
 * @throws CoreError where the folder cannot be opened; what `work` throws
 */
export async function withCore<Result>(dataDir: string, work: (host: CoreHost) => Promise<Result>): Promise<Result> {
  const core = openCore(dataDir, join(dataDir, '导出'));
  try {
    const call = async <Name extends MethodName>(name: Name, input: Input<Name>) =>
      // The method table gives name and output together; the door is untyped on purpose.
      (await core.call(name, input, actor, session)) as Output<Name>;
    return await work({ core, call, actor });
  } finally {
    await core.close();
  }
}

export interface WorkstationOptions {
  readonly dataDir: string;
  readonly exportFolder: string;
  /** `null` takes the usual port or the next free one. */
  readonly port: number | null;
  /** Called after each answer of the core, with the method's name: to tell when a page has what it shows first. */
  readonly onAnswer?: (method: string) => void;
}

/**
 * The browser workstation on a data folder: core, press and listener.
 * @returns its address, and `close`, which ends all three
 * @throws CoreError, PortTaken
 */
export async function openWorkstation(options: WorkstationOptions): Promise<Workstation> {
  const { dataDir, port } = options;
  const core = openCore(dataDir, options.exportFolder);
  try {
    const assets = folderAssets(join(programFolder, 'dist', 'renderer'));
    const station = await serve({
      core: observed(core, options.onAnswer),
      assets,
      folder: dataDir,
      log: logOf(dataDir),
      port,
    });
    core.announce(station.url);
    const portal = openPortalDoor({
      core,
      assets: folderAssets(join(programFolder, 'dist', 'portal')),
      log: logOf(dataDir),
    });
    return {
      ...station,
      async close() {
        await portal.close();
        await station.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}

/** Fills an empty data folder with the sample office; one that holds data is left alone. */
export function fillWithSample(dataDir: string, exportFolder: string): Promise<void> {
  return makeSampleOffice(portsOf(dataDir, exportFolder));
}

function observed(core: Core, onAnswer: WorkstationOptions['onAnswer']): Core {
  if (onAnswer === undefined) return core;
  return {
    ...core,
    async call(name, ...rest) {
      const answer = await core.call(name, ...rest);
      onAnswer(name);
      return answer;
    },
  };
}

function openCore(dataDir: string, exportFolder: string): Core {
  return createCore(portsOf(dataDir, exportFolder));
}

function portsOf(dataDir: string, exportFolder: string): CorePorts {
  const press = pressForCore(openPress());
  const packetPage = () => readFile(join(programFolder, 'dist', 'packet', 'index.html'), 'utf8');
  return { dataDir, press, packetPage, log: logOf(dataDir), version: manifest.version, exportFolder };
}

function logOf(dataDir: string) {
  return openLog({ folder: join(dataDir, 'logs') });
}
