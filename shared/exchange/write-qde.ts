import { shorten } from '../text/graphemes.ts';
import type {
  ForeignCase,
  ForeignCode,
  ForeignNote,
  ForeignPassage,
  ForeignProject,
  ForeignText,
  ForeignValues,
  ForeignVariable,
} from './foreign-project.ts';
import { element, list, textElement } from './xml-writer.ts';

export interface WrittenProject {
  /** `project.qde`, valid against the schema of REFI-QDA 1.0. */
  readonly xml: string;
  /** The plain text of every source, by its path in the archive. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Names longer than this are cut: some programs keep them in a field of fixed size. */
const LONGEST_NAME = 250;

/**
 * Writes a project as the standard asks for: code points from 0, the end not included, texts in UTF-8 with `\n` and
 * without a mark at their beginning.
 */
export function writeQde(project: ForeignProject, origin: string, at: string): WrittenProject {
  const refs = noteRefsByTarget(project.notes);
  const types = new Map(project.variables.map(({ guid, type }) => [guid, type]));
  const sources = new Map<string, string>();
  const texts = project.texts.map((text) => {
    sources.set(`sources/${text.guid}.txt`, text.text);
    return textXml(text, refs, types);
  });
  const codes = codesXml(project.codes, refs);
  const xml = element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: project.name, origin, creationDateTime: at },
    [
      list(
        'Users',
        project.users.map(({ guid, name }) => element('User', { guid, name })),
      ),
      codes === '' ? null : element('CodeBook', {}, [element('Codes', {}, [codes])]),
      list('Variables', project.variables.map(variableXml)),
      list(
        'Cases',
        project.cases.map((one) => caseXml(one, types)),
      ),
      list('Sources', texts),
      list('Notes', project.notes.map(noteXml)),
      list(
        'Links',
        project.links.map(({ guid, name, fromGuid, toGuid }) =>
          element('Link', {
            guid,
            name: name === '' ? null : name,
            direction: 'Associative',
            originGUID: fromGuid,
            targetGUID: toGuid,
          }),
        ),
      ),
      list(
        'Sets',
        project.sets.map(({ guid, name, description, codeGuids, textGuids, noteGuids }) =>
          element('Set', { guid, name }, [
            textElement('Description', description),
            ...codeGuids.map((target) => element('MemberCode', { targetGUID: target })),
            ...textGuids.map((target) => element('MemberSource', { targetGUID: target })),
            ...noteGuids.map((target) => element('MemberNote', { targetGUID: target })),
          ]),
        ),
      ),
      textElement('Description', project.description),
      ...noteRefXml(refs, ''),
    ],
  );
  return { xml: `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`, sources };
}

type Refs = ReadonlyMap<string, readonly string[]>;
type Types = ReadonlyMap<string, ForeignVariable['type']>;

/** Notes by what they are about; those of the project as a whole under the empty guid. */
function noteRefsByTarget(notes: readonly ForeignNote[]): Refs {
  const refs = new Map<string, string[]>();
  for (const { guid, about } of notes) {
    for (const target of about.length === 0 ? [''] : about) {
      const known = refs.get(target);
      if (known === undefined) refs.set(target, [guid]);
      else known.push(guid);
    }
  }
  return refs;
}

function noteRefXml(refs: Refs, guid: string): readonly string[] {
  return (refs.get(guid) ?? []).map((target) => element('NoteRef', { targetGUID: target }));
}

function codesXml(codes: readonly ForeignCode[], refs: Refs): string {
  const children = Map.groupBy(codes, ({ parentGuid }) => parentGuid);
  const write = (parentGuid: string | null): string =>
    (children.get(parentGuid) ?? [])
      .map(({ guid, name, color, description, isCodable }) =>
        element('Code', { guid, name, isCodable, color }, [
          textElement('Description', description),
          ...noteRefXml(refs, guid),
          write(guid),
        ]),
      )
      .join('');
  return write(null);
}

const TYPE_NAMES: Readonly<Record<ForeignVariable['type'], string>> = {
  text: 'Text',
  'whole number': 'Integer',
  decimal: 'Float',
  date: 'Date',
  'yes/no': 'Boolean',
};

const VALUE_NAMES: Readonly<Record<ForeignVariable['type'], string>> = {
  text: 'TextValue',
  'whole number': 'IntegerValue',
  decimal: 'FloatValue',
  date: 'DateValue',
  'yes/no': 'BooleanValue',
};

function variableXml({ guid, name, description, type }: ForeignVariable): string {
  return element('Variable', { guid, name, typeOfVariable: TYPE_NAMES[type] }, [
    textElement('Description', description),
  ]);
}

function valuesXml(values: ForeignValues, types: Types): readonly string[] {
  return values.map(([guid, value]) => {
    const type = types.get(guid) ?? 'text';
    const written = type === 'yes/no' ? String(value === 'yes') : value;
    return element('VariableValue', {}, [
      element('VariableRef', { targetGUID: guid }),
      textElement(VALUE_NAMES[type], written),
    ]);
  });
}

function caseXml({ guid, name, description, values, textGuids }: ForeignCase, types: Types): string {
  return element('Case', { guid, name }, [
    textElement('Description', description),
    ...valuesXml(values, types),
    ...textGuids.map((target) => element('SourceRef', { targetGUID: target })),
  ]);
}

function textXml(
  { guid, name, description, text, values, passages }: ForeignText,
  refs: Refs,
  types: Types,
): string {
  const points = codePointsBefore(text);
  return element('TextSource', { guid, name, plainTextPath: `internal://${guid}.txt` }, [
    textElement('Description', description),
    ...passages.flatMap((passage) => passageXml(passage, text, points, refs) ?? []),
    ...noteRefXml(refs, guid),
    ...valuesXml(values, types),
  ]);
}

function passageXml(
  { guid, range, description, codings }: ForeignPassage,
  text: string,
  points: Uint32Array,
  refs: Refs,
): string | null {
  if (range === null) return null;
  const name = shorten(text.slice(range.start, range.end), LONGEST_NAME);
  const position = { startPosition: points[range.start], endPosition: points[range.end] };
  return element('PlainTextSelection', { guid, name, ...position }, [
    textElement('Description', description),
    ...codings.map(({ guid: codingGuid, codeGuid, userGuid, at }) =>
      element('Coding', { guid: codingGuid, creatingUser: userGuid, creationDateTime: at }, [
        element('CodeRef', { targetGUID: codeGuid }),
        ...noteRefXml(refs, codingGuid),
      ]),
    ),
    ...noteRefXml(refs, guid),
  ]);
}

/** How many code points stand before each UTF-16 position, the end of the text included. */
export function codePointsBefore(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    points[at] = count;
    const isFirstOfTwo = (text.codePointAt(at) ?? 0) > 0xffff;
    if (!isFirstOfTwo) count += 1;
  }
  points[text.length] = count;
  return points;
}

function noteXml({ guid, name, text, userGuid, at }: ForeignNote): string {
  return element('Note', { guid, name, creatingUser: userGuid, creationDateTime: at }, [
    textElement('PlainTextContent', text === '' ? ' ' : text),
  ]);
}
