import type { StudyRows } from './study-rows.ts';

/** Under which uid a thing of theirs is known here: from earlier merges, and from what a person says is the same. */
export class KnownUids {
  readonly #uids = new Map<string, string>();

  constructor(ours: StudyRows, same: ReadonlyMap<string, string>) {
    for (const alias of ours.rows('merge_alias'))
      this.#uids.set(String(alias['uid']), String(alias['same_as']));
    for (const [theirs, here] of same) this.#uids.set(theirs, here);
  }

  here(uid: string): string {
    let here = uid;
    // An alias of an alias: of a few merges, never of many.
    for (let step = 0; step < 10; step += 1) {
      const next = this.#uids.get(here);
      if (next === undefined || next === here) return here;
      here = next;
    }
    return here;
  }
}
