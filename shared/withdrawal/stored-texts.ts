/** What stands where words of a person who withdrew have stood. */
export const WITHDRAWN = '[withdrawn]';

/** Takes something out of texts, and out of the texts inside what is stored as JSON. */
export abstract class StoredTexts {
  /** The text without it; the same text when it holds nothing of it. */
  abstract without(text: string): string;

  /** Whether the name in a link to this is taken out as well. */
  protected isGone(_uid: string): boolean {
    return false;
  }

  withoutInStored(stored: string): string {
    const value = parsed(stored);
    if (value === undefined) return this.without(stored);
    const cleaned = this.#withoutIn(value);
    return cleaned === value ? stored : JSON.stringify(cleaned);
  }

  #withoutIn(value: unknown): unknown {
    if (typeof value === 'string') return this.withoutInStored(value);
    if (Array.isArray(value)) {
      const items: unknown[] = value.map((item) => this.#withoutIn(item));
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    let changed = false;
    const cleaned: Record<string, unknown> = {};
    const isLinkToGone = 'uid' in value && typeof value.uid === 'string' && this.isGone(value.uid);
    for (const [key, item] of Object.entries(value)) {
      const next: unknown = isLinkToGone && key === 'name' ? WITHDRAWN : this.#withoutIn(item);
      const newKey = this.without(key);
      changed ||= next !== item || newKey !== key;
      cleaned[newKey] = next;
    }
    return changed ? cleaned : value;
  }
}

function parsed(stored: string): object | undefined {
  if (!/^[[{]/.test(stored)) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
