import { isOwnUrl } from './own-page.ts';

/** As much of a frame as the check needs. */
export interface SenderFrame {
  readonly frameTreeNodeId: number;
  readonly url: string;
}

/** True only for the main frame of our own window while it shows our own page: never for a frame inside it. */
export function isOurPage(sender: SenderFrame | null, mainFrame: SenderFrame | undefined): boolean {
  if (sender === null || mainFrame === undefined) return false;
  return sender.frameTreeNodeId === mainFrame.frameTreeNodeId && isOwnUrl(sender.url);
}
