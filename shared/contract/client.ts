import type { Client } from './api.ts';
import { api } from './api.ts';
import { fromWire } from './errors.ts';
import type { CallResult } from './host.ts';

/** Makes the typed client over any transport. A refusal arrives as a thrown AppError. */
export function createClient(call: (method: string, input: unknown) => Promise<CallResult>): Client {
  const capabilities = Object.entries(api).map(([capability, contract]) => [
    capability,
    Object.fromEntries(
      Object.keys(contract).map((name) => [
        name,
        async (input: unknown) => {
          const result = await call(`${capability}.${name}`, input);
          if (result.ok) return result.value;
          throw fromWire(result.error);
        },
      ]),
    ),
  ]);
  // Built from the same object that the type is derived from, key by key.
  return Object.fromEntries(capabilities) as Client;
}
