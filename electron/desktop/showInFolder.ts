import { shell } from 'electron';
import type { DoorCore } from '../web/caller.ts';

/** Folders that may be opened in the file manager: those an export of this run has written, by their exact path. */
export class ShowableFolders {
  readonly #folders = new Set<string>();

  /** The core, watched for exports. */
  watch(core: DoorCore): DoorCore {
    return {
      call: async (name, ...rest) => {
        const answer = await core.call(name, ...rest);
        if (name === 'issues.export') this.#note(answer);
        return answer;
      },
      intakeFile: core.intakeFile.bind(core),
      files: core.files,
      actorFor: core.actorFor.bind(core),
      subscribe: core.subscribe.bind(core),
    };
  }

  /** @throws Error with a sentence where the folder is none of ours, or the system cannot open it */
  async show(path: string): Promise<void> {
    if (!this.#folders.has(path)) throw new Error('只能打开本程序导出的文件夹。');
    const problem = await shell.openPath(path);
    if (problem !== '') throw new Error(`打不开文件夹“${path}”。`);
  }

  #note(answer: unknown): void {
    if (typeof answer === 'object' && answer !== null && 'folder' in answer && typeof answer.folder === 'string') {
      this.#folders.add(answer.folder);
    }
  }
}
