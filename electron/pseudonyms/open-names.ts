import type { Identifier } from '#shared/pseudonyms/find-identifiers.ts';

/** The names of the study that is open: in memory alone. Another study, or the end of the program, forgets them. */
export class NamesInMemory {
  #project = '';
  #identifiers: readonly Identifier[] = [];
  #isUnsaved = false;

  of(project: string): { readonly identifiers: readonly Identifier[]; readonly isUnsaved: boolean } {
    if (project !== this.#project) return { identifiers: [], isUnsaved: false };
    return { identifiers: this.#identifiers, isUnsaved: this.#isUnsaved };
  }

  set(project: string, identifiers: readonly Identifier[], isUnsaved: boolean): void {
    this.#project = project;
    this.#identifiers = identifiers;
    this.#isUnsaved = isUnsaved;
  }
}
