let stays = 0;

/** A new name for a stay in a text field (see shared/contract/typing.ts). */
export function newTypingMark(): string {
  stays += 1;
  return `${Date.now().toString(36)}-${stays}`;
}
