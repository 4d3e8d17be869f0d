import { utilityProcess } from 'electron';
import type { ForkChild } from '../press/fork.ts';

/**
 * Starts the press' process under Electron. Node's own fork is closed to us: the fuse that would let Electron run as plain
 * Node is off in the packaged program.
 * @param entry path of the bundled program
 */
export function utilityFork(entry: string): ForkChild {
  return () => {
    const child = utilityProcess.fork(entry, [], { serviceName: '信息编刊工作站 排版', stdio: 'inherit' });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => child.kill(),
    };
  };
}
