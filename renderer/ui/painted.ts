/** A window that is not seen paints nothing: then this is long enough to wait. */
const LONGEST_WAIT_MS = 100;

/** Resolves when what was just changed on the page is painted: for work that must not stand in its way. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => {
      // A frame is painted after its callbacks; the next task comes after that.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        clearTimeout(late);
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    });
  });
}
