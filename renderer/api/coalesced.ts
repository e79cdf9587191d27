/**
 * Makes of many calls few: while one run is under way, further calls ask for one more run after it. For reading again
 * after every change, when changes come faster than answers.
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await run();
    } while (again);
  };
  return () => {
    if (running !== null) again = true;
    else
      running = loop().finally(() => {
        running = null;
      });
    return running;
  };
}
