import type { CoreEvent } from '#shared/contract/events.ts';
import type { CallResult, Host } from '#shared/contract/host.ts';
import { fromWire } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/ids.ts';

/** The page in a browser: calls over HTTP, events over one stream. */
export function webHost(): Host {
  const listeners = new Set<(event: CoreEvent) => void>();
  const { listening } = openEvents((event) => listeners.forEach((listener) => listener(event)));
  return {
    kind: 'web',
    async call(method, input) {
      // A change that a first call makes must be heard, so no call goes out before the stream is open.
      await listening;
      return post('/call', JSON.stringify({ method, input: input ?? {} }), 'application/json');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async offerFile(file) {
      const result = await post(
        `/files?name=${encodeURIComponent(file.name)}`,
        file,
        'application/octet-stream',
      );
      if (!result.ok) throw fromWire(result.error);
      // The answer of our own server to an upload.
      return (result.value as { readonly ref: FileRef }).ref;
    },
    saveFile(ref, suggestedName) {
      const link = document.createElement('a');
      link.href = `/files/${encodeURIComponent(ref)}?name=${encodeURIComponent(suggestedName)}`;
      link.download = suggestedName;
      link.click();
      return Promise.resolve(suggestedName);
    },
    chooseProjectPath: null,
    onMenuAction: () => () => {},
  };
}

const LONGEST_WAIT_MS = 3000;

function openEvents(hear: (event: CoreEvent) => void): { readonly listening: Promise<void> } {
  const source = new EventSource('/events');
  source.addEventListener('message', (message: MessageEvent<string>) => {
    // Written by our own server from the same type.
    hear(JSON.parse(message.data) as CoreEvent);
  });
  const listening = new Promise<void>((resolve) => {
    source.addEventListener('open', () => resolve(), { once: true });
    source.addEventListener('error', () => resolve(), { once: true });
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
  return { listening };
}

async function post(url: string, body: string | File, contentType: string): Promise<CallResult> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body, headers: { 'Content-Type': contentType } });
  } catch {
    return { ok: false, error: { code: 'host-gone', detail: {} } };
  }
  // Every answer to a POST is of this shape, refusals included (web-app.ts).
  return (await response.json()) as CallResult;
}
