import { buildRendererIfStale } from '#electron/hosts/build-steps.ts';

/** Before any browser test: the page, built once. */
export async function setup(): Promise<void> {
  await buildRendererIfStale();
}
