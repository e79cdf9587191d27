import { strToU8, zipSync, type Zippable } from 'fflate';

/** A `.qdpx`, as some program might write it. */
export function qdpxFile(
  project: string,
  sources: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const files: Zippable = { 'project.qde': strToU8(project) };
  for (const [name, content] of Object.entries(sources))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

/** A guid that is easy to read in a failing test. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export interface QdeSelection {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly codes: readonly number[];
  readonly user?: number;
  readonly inside?: string;
}

export function selectionXml({
  number,
  start,
  end,
  name,
  codes,
  user = 1,
  inside = '',
}: QdeSelection): string {
  const codings = codes.map(
    (code) =>
      `<Coding guid="${guid(number * 100 + code)}" creatingUser="${guid(user)}" creationDateTime="2024-05-01T10:00:00Z"><CodeRef targetGUID="${guid(code)}"/></Coding>`,
  );
  return `<PlainTextSelection guid="${guid(number)}" name="${escape(name)}" startPosition="${start}" endPosition="${end}">${inside}${codings.join('')}</PlainTextSelection>`;
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

export function projectXml(inside: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Study of others" origin="Other program 1.0" ${attributes}>${inside}</Project>`;
}
