/** What is measured inside a page; the same in the app and in the plain page beside it. */
export interface PageProbe {
  /**
   * Watches from the next key on until `ranges` or more ranges are tinted, and so many brackets stand in the margin, and
   * all is drawn; `measured` then tells how long.
   */
  arm(ranges: number, brackets?: number): void;
  brackets(): number;
  measured(): Promise<number>;
  ranges(): number;
  /** Selects some words of the nth stretch of text, in the middle of the view. */
  selectIn(place: number): void;
  /** Frame by frame through the text; answers how long each frame took. */
  scroll(scroller: string, frames: number): Promise<readonly number[]>;
}

declare global {
  interface Window {
    probe: PageProbe;
  }
}

/** Runs in the page, before its own scripts: it can use nothing from outside itself. */
export function installProbe(): void {
  const afterPaint = (done: (at: number) => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => done(performance.now()));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  };
  const ranges = (): number => {
    let count = 0;
    for (const [name, highlight] of CSS.highlights) if (name.startsWith('code-')) count += highlight.size;
    return count;
  };
  const brackets = (): number => document.querySelectorAll('.bracket').length;
  const texts = (): Node[] => {
    const found: Node[] = [];
    const root = document.querySelector('.transcript-text, #plain');
    if (root === null) return found;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const inText = node.parentElement?.closest('[data-lexical-text]') !== null;
      if (inText && (node.textContent ?? '').length > 80) found.push(node);
    }
    return found;
  };
  let result: Promise<number> = Promise.resolve(NaN);
  window.probe = {
    ranges,
    brackets,
    arm(wanted, wantedBrackets = 0) {
      result = new Promise((resolve) => {
        const onKey = (event: Event): void => {
          const from = event.timeStamp;
          const look = (): void => {
            if (ranges() >= wanted && brackets() >= wantedBrackets) afterPaint((at) => resolve(at - from));
            else setTimeout(look);
          };
          setTimeout(look);
        };
        document.addEventListener('keydown', onKey, { capture: true, once: true });
      });
    },
    measured: () => result,
    selectIn(place) {
      const all = texts();
      const node = all[place % all.length];
      if (node === undefined) throw new Error('there is no text to select in');
      node.parentElement?.scrollIntoView({ block: 'center' });
      document.querySelector<HTMLElement>('.transcript-text, #plain')?.focus({ preventScroll: true });
      document.getSelection()?.setBaseAndExtent(node, 10, node, 60);
    },
    scroll: (selector, frames) =>
      new Promise((resolve) => {
        const scroller = document.querySelector(selector);
        if (scroller === null) throw new Error('there is nothing to scroll');
        scroller.scrollTop = 0;
        const times: number[] = [];
        let before = 0;
        const step = (now: number): void => {
          if (before > 0) times.push(now - before);
          before = now;
          scroller.scrollTop += 120;
          if (times.length < frames) requestAnimationFrame(step);
          else resolve(times);
        };
        requestAnimationFrame(step);
      }),
  };
}
