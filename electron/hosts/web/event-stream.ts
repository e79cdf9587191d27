import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { EventLog, LoggedEvent } from './event-log.ts';

const HEARTBEAT_MS = 15_000;

/** Server-sent events of the core. Ends when the window goes away. */
export function eventStream(c: Context, log: EventLog): Response {
  return streamSSE(c, async (stream) => {
    const send = ({ id, event }: LoggedEvent): void =>
      void stream.writeSSE({ id, data: JSON.stringify(event) });
    const missed = log.since(c.req.header('last-event-id'));
    const unsubscribe = log.subscribe(send);
    // Shows both sides that the line is alive; without it an idle connection may be dropped unnoticed.
    const heartbeat = setInterval(() => void stream.write(': alive\n\n'), HEARTBEAT_MS);
    void stream.write('retry: 1000\n\n');
    missed.forEach(send);
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(heartbeat);
    unsubscribe();
  });
}
