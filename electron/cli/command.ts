/** One command of `desk`: what it is called with, and what it does. */
export interface Command {
  /** As shown in the help: `split FILE`. */
  readonly usage: string;
  /**
   * @param args what stands after the command's name
   * @returns the document for standard output
   * @throws CommandError, or an error of the core, the readers or the press whose message is a sentence
   */
  run(args: string[], terminal: Terminal): Promise<unknown>;
}

/** What a command has besides its document; bound, so that a command may take the functions alone. */
export interface Terminal {
  /** One line on standard error: standard output holds one JSON document and nothing else. */
  readonly say: (message: string) => void;
  /** The document is printed all the same, but the exit code says that not everything went well. */
  readonly fail: () => void;
}

/** A command that cannot be carried out; the message is a Chinese sentence for the one who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
