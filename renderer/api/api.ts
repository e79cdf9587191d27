import { createClient } from '#shared/contract/client.ts';
import type { Client } from '#shared/contract/api.ts';
import { pickHost } from '../host/pick-host.ts';

/** The host that this window runs in, and the core behind it. */
export const host = pickHost();
export const api: Client = createClient((method, input) => host.call(method, input));
