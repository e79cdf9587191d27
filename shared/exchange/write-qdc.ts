import type { ForeignCode, ForeignSet } from './foreign-project.ts';
import { element, list, textElement } from './xml-writer.ts';

/** A codebook of REFI-QDA 1.0. In this schema a member of a set is named `guid`, and an empty list of sets is not allowed. */
export function writeQdc(codes: readonly ForeignCode[], sets: readonly ForeignSet[], origin: string): string {
  const children = Map.groupBy(codes, ({ parentGuid }) => parentGuid);
  const write = (parentGuid: string | null): readonly string[] =>
    (children.get(parentGuid) ?? []).map(({ guid, name, color, description, isCodable }) =>
      element('Code', { guid, name, isCodable, color }, [
        textElement('Description', description),
        ...write(guid),
      ]),
    );
  const xml = element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, [
    element('Codes', {}, write(null)),
    list(
      'Sets',
      sets
        .filter(({ codeGuids }) => codeGuids.length > 0)
        .map(({ guid, name, description, codeGuids }) =>
          element('Set', { guid, name }, [
            textElement('Description', description),
            ...codeGuids.map((member) => element('MemberCode', { guid: member })),
          ]),
        ),
    ),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
}
