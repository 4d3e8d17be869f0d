import type { DoorCore } from './caller.ts';

/** Keeps proxies and sleeping network stacks from taking a quiet stream for a dead one, ms. */
const HEARTBEAT = 15_000;

/** Events a page may lag behind before its stream ends; it connects again and asks everything anew. */
const MOST_WAITING = 1_000;

/** `GET /events`: what the core reports, as server-sent events, until the page leaves or the program closes. */
export function eventStream(core: Pick<DoorCore, 'subscribe'>, closing: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        stop();
        controller.close();
      };
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) end();
        else controller.enqueue(encoder.encode(text));
      };
      const unsubscribe = core.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
      const timer = setInterval(() => send(':\n\n'), HEARTBEAT);
      stop = () => {
        unsubscribe();
        clearInterval(timer);
        closing.removeEventListener('abort', end);
      };
      closing.addEventListener('abort', end);
      send('retry: 1000\n\n');
      if (closing.aborted) end();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
