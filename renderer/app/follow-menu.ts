import { runAction } from '../actions/action-registry.ts';
import { host } from '../api/api.ts';

let following = false;

/** A native menu sends the ids of actions. */
export function followMenu(): void {
  if (following) return;
  following = true;
  host.onMenuAction(runAction);
}
