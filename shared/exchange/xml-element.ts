/** An element of an XML file, without namespaces: `name` is the local name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, as it stands. */
  readonly text: string;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function textOf(element: XmlElement, name: string): string {
  return childNamed(element, name)?.text ?? '';
}

/** The elements in a wrapper: `<Cases><Case/>…</Cases>`. */
export function within(element: XmlElement, wrapper: string, name: string): readonly XmlElement[] {
  return childrenNamed(element, wrapper).flatMap((list) => childrenNamed(list, name));
}

/** Guids are compared without braces and capitals: programs write both. */
export function guidOf(value: string | undefined): string | null {
  const plain =
    value
      ?.trim()
      .replace(/^\{|\}$/g, '')
      .toLowerCase() ?? '';
  return plain === '' ? null : plain;
}

export function targetOf(element: XmlElement): string | null {
  return guidOf(element.attributes['targetGUID'] ?? element.attributes['guid']);
}

/** Every `<NoteRef targetGUID="…"/>` directly inside. */
export function noteRefs(element: XmlElement): readonly string[] {
  return childrenNamed(element, 'NoteRef').flatMap((ref) => targetOf(ref) ?? []);
}
