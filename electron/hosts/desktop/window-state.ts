import { z } from 'zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
const windowState = rectangle.extend({ maximized: z.boolean() });

export type Rectangle = z.infer<typeof rectangle>;
export type WindowState = z.infer<typeof windowState>;

const USUAL_SIZE = { width: 1440, height: 900 };
/** A window of which less than this can be seen cannot be caught with the mouse. */
const LEAST_VISIBLE = { width: 160, height: 80 };

/** What was kept at the last run, or null when it cannot be read. */
export function parseWindowState(text: string | null): WindowState | null {
  if (text === null) return null;
  try {
    return windowState.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // A damaged file only costs the window's old place.
    return null;
  }
}

/** Where to put the window: where it was, unless that screen is gone; then in the middle of the first one. */
export function windowPlace(saved: WindowState | null, screens: readonly Rectangle[]): Rectangle {
  if (saved !== null && screens.some((screen) => canBeCaught(saved, screen))) {
    return { x: saved.x, y: saved.y, width: saved.width, height: saved.height };
  }
  const screen = screens[0] ?? { x: 0, y: 0, ...USUAL_SIZE };
  const width = Math.min(saved?.width ?? USUAL_SIZE.width, screen.width);
  const height = Math.min(saved?.height ?? USUAL_SIZE.height, screen.height);
  return {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2),
    width,
    height,
  };
}

function canBeCaught(window: Rectangle, screen: Rectangle): boolean {
  const width = overlap(window.x, window.width, screen.x, screen.width);
  const height = overlap(window.y, window.height, screen.y, screen.height);
  // The title bar is what the mouse needs, so the top edge must be on the screen.
  return width >= LEAST_VISIBLE.width && height >= LEAST_VISIBLE.height && window.y >= screen.y;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
