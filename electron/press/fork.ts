/** The process beside the program in which the engine runs, as the press sees it. */
export interface ChildPort {
  /** Sends a message the structured clone algorithm can carry; ignored when the process has ended. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts that process: Node's child_process, Electron's utilityProcess, or a stand-in. */
export type ForkChild = () => ChildPort;
