import { StoredTexts } from '../withdrawal/stored-texts.ts';
import {
  findIdentifiers,
  replacementFor,
  type FoundIdentifier,
  type Identifier,
} from './find-identifiers.ts';

/** Puts replacements in the place of names, wherever texts are stored. */
export class NamesOut extends StoredTexts {
  readonly #identifiers: readonly Identifier[];

  constructor(identifiers: readonly Identifier[]) {
    super();
    this.#identifiers = identifiers;
  }

  override without(text: string): string {
    return this.#put(text, (found, identifier) => replacementFor(found, identifier));
  }

  /** As long as before, so that every place in the text stays where it is: for versions that are kept to be read. */
  masked(text: string): string {
    return this.#put(text, ({ start, end }) => '█'.repeat(end - start));
  }

  #put(text: string, by: (found: FoundIdentifier, identifier: Identifier) => string): string {
    const parts: string[] = [];
    let cursor = 0;
    for (const found of findIdentifiers(text, this.#identifiers)) {
      const identifier = this.#identifiers[found.identifier];
      if (identifier === undefined) continue;
      parts.push(text.slice(cursor, found.start), by(found, identifier));
      cursor = found.end;
    }
    return cursor === 0 ? text : parts.join('') + text.slice(cursor);
  }
}
