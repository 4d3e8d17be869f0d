/**
 * Run `work` for the newest request only: one at a time, and whatever was asked for meanwhile is done once, with the
 * last arguments. Typing asks for pages faster than they can be made; every answer is still of some real moment.
 */
export function latestOnly<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>) {
  let running = false;
  let waiting: Args | null = null;

  const run = async (args: Args) => {
    running = true;
    try {
      await work(...args);
    } finally {
      running = false;
      if (waiting) {
        const next = waiting;
        waiting = null;
        void run(next);
      }
    }
  };

  return (...args: Args): void => {
    if (running) waiting = args;
    else void run(args);
  };
}
