/** What XML 1.0 can hold. Everything else (control characters, lone surrogates) cannot be written in any way. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export type XmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One element; attributes that are null are left out, and so are children that are null. */
export function element(
  name: string,
  attributes: XmlAttributes,
  children: readonly (string | null)[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  const inside = children.filter((child) => child !== null).join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** An element that holds text and nothing else; null when there is none. */
export function textElement(name: string, text: string): string | null {
  return text === '' ? null : `<${name}>${escapeText(text)}</${name}>`;
}

/** A wrapper that the schema wants to hold at least one child; null when there is none. */
export function list(name: string, children: readonly string[]): string | null {
  return children.length === 0 ? null : element(name, {}, children);
}

export function escapeText(text: string): string {
  return text
    .replaceAll(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** White space other than spaces would be read back as spaces. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
