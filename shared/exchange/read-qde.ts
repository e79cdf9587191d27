import { decidePositions } from './decide-positions.ts';
import { Findings } from './findings.ts';
import type {
  ForeignCase,
  ForeignCoding,
  ForeignLink,
  ForeignNote,
  ForeignPassage,
  ForeignProject,
  ForeignText,
  ForeignUser,
} from './foreign-project.ts';
import { storedText } from './position-convention.ts';
import { readCodes, readSets } from './read-codes.ts';
import { readValues, readVariables } from './read-values.ts';
import { textSources, type TextSource } from './text-sources.ts';
import {
  childNamed,
  childrenNamed,
  guidOf,
  noteRefs,
  targetOf,
  textOf,
  within,
  type XmlElement,
} from './xml-element.ts';

export interface QdeSurroundings {
  /** The text behind `internal://…` or another path, with its BOM and line ends; null when it is not in the archive. */
  textAt(path: string): string | null;
  newGuid(): string;
}

/** Reads a `<Project>` of REFI-QDA 1.0. The structure of the standard, and the ways in which programs differ from it. */
export function readQde(root: XmlElement, surroundings: QdeSurroundings): ForeignProject {
  const findings = new Findings();
  const codebook = childNamed(root, 'CodeBook');
  const read =
    codebook === undefined
      ? { codes: [], noteRefs: new Map<string, readonly string[]>() }
      : readCodes(codebook, findings, surroundings.newGuid);
  const sources = textSources(root, findings);
  const texts: ForeignText[] = [];
  const about = new NotesAbout();
  for (const [guid, refs] of read.noteRefs) about.add(guid, refs);
  for (const source of sources) {
    const text = readText(source, surroundings, findings, about);
    if (text !== null) texts.push(text);
  }
  const cases = readCases(root, findings, about);
  const origin = root.attributes['origin']?.trim() ?? '';
  return {
    program: origin === '' ? 'REFI-QDA project' : `${origin} (REFI-QDA project)`,
    name: root.attributes['name']?.trim() || 'Project without a name',
    description: textOf(root, 'Description').trim(),
    users: readUsers(root),
    codes: read.codes,
    variables: readVariables(root, findings),
    cases,
    texts,
    notes: readNotes(root, surroundings, findings, about),
    sets: readSets(root),
    links: readLinks(root),
    findings: findingsOfRest(root, findings),
  };
}

/** Notes are referred to from what they are about; here it is turned round. */
class NotesAbout {
  readonly #about = new Map<string, string[]>();

  add(guid: string, notes: readonly string[]): void {
    for (const note of notes) {
      const known = this.#about.get(note);
      if (known === undefined) this.#about.set(note, [guid]);
      else known.push(guid);
    }
  }

  of(note: string): readonly string[] {
    return this.#about.get(note) ?? [];
  }
}

function readUsers(root: XmlElement): readonly ForeignUser[] {
  return within(root, 'Users', 'User').flatMap(({ attributes }) => {
    const guid = guidOf(attributes['guid']);
    const name = attributes['name']?.trim() || attributes['id']?.trim() || '';
    return guid === null ? [] : { guid, name };
  });
}

function readText(
  source: TextSource,
  { textAt, newGuid }: QdeSurroundings,
  findings: Findings,
  about: NotesAbout,
): ForeignText | null {
  const { element } = source;
  const guid = guidOf(element.attributes['guid']) ?? newGuid();
  const name = element.attributes['name']?.trim() || source.nameAbove || 'Text without a name';
  const raw = rawText(element, textAt);
  if (raw === null) {
    findings.add('left out', 'Texts whose file is not in the archive, with their codings.', name);
    return null;
  }
  if (raw.trim() === '') {
    findings.add('left out', 'Texts without any words.', name);
    return null;
  }
  about.add(guid, noteRefs(element));
  const selections = source.selections(raw);
  const { decision, placed } = decidePositions(raw, selections);
  const passages = selections.map((selection, index): ForeignPassage => {
    const passageGuid = guidOf(selection.element.attributes['guid']) ?? newGuid();
    about.add(passageGuid, noteRefs(selection.element));
    return {
      guid: passageGuid,
      range: placed[index]?.range ?? null,
      placing: placed[index]?.placing ?? 'nowhere',
      words: selection.words,
      description: textOf(selection.element, 'Description').trim(),
      codings: readCodings(selection.element, newGuid, about),
    };
  });
  const whole = wholeTextCodings(element, raw, newGuid, about);
  return {
    guid,
    name,
    description: textOf(element, 'Description').trim(),
    text: storedText(raw),
    values: source.values(),
    passages: [...passages, ...whole],
    decision,
  };
}

function rawText(element: XmlElement, textAt: QdeSurroundings['textAt']): string | null {
  const inline = childNamed(element, 'PlainTextContent');
  const { plainTextPath, richTextPath } = element.attributes;
  const plain = plainTextPath === undefined ? null : textAt(plainTextPath);
  if (plain !== null) return plain;
  if (inline !== undefined) return inline.text;
  return richTextPath === undefined ? null : textAt(richTextPath);
}

/** A `<Coding>` directly on a text codes the whole of it. */
function wholeTextCodings(
  element: XmlElement,
  raw: string,
  newGuid: () => string,
  about: NotesAbout,
): readonly ForeignPassage[] {
  const codings = readCodings(element, newGuid, about);
  if (codings.length === 0) return [];
  const range = { start: 0, end: storedText(raw).length };
  return [{ guid: newGuid(), range, placing: 'position', words: '', description: '', codings }];
}

function readCodings(
  element: XmlElement,
  newGuid: () => string,
  about: NotesAbout,
): readonly ForeignCoding[] {
  return childrenNamed(element, 'Coding').flatMap((coding) => {
    const guid = guidOf(coding.attributes['guid']) ?? newGuid();
    about.add(guid, noteRefs(coding));
    return childrenNamed(coding, 'CodeRef').flatMap((ref, index) => {
      const codeGuid = targetOf(ref);
      if (codeGuid === null) return [];
      return {
        guid: index === 0 ? guid : newGuid(),
        codeGuid,
        userGuid: guidOf(coding.attributes['creatingUser'] ?? element.attributes['creatingUser']),
        at: readTime(coding.attributes['creationDateTime'] ?? element.attributes['creationDateTime']),
      };
    });
  });
}

/** ISO 8601 in UTC; null for what is no time. */
export function readTime(value: string | undefined): string | null {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function readCases(root: XmlElement, findings: Findings, about: NotesAbout): readonly ForeignCase[] {
  return within(root, 'Cases', 'Case').flatMap((element, index) => {
    const guid = guidOf(element.attributes['guid']);
    if (guid === null) return [];
    const given = element.attributes['name']?.trim() ?? '';
    const name = given === '' ? `Case ${index + 1}` : given;
    if (given === '') findings.add('repaired', 'Cases without a name got a number.', name);
    if (childNamed(element, 'CodeRef') !== undefined)
      findings.add('left out', 'Codes given to a case as a whole: a code belongs to a passage here.', name);
    if (childNamed(element, 'SelectionRef') !== undefined)
      findings.add(
        'left out',
        'Passages that make up a case: a whole text belongs to a participant here.',
        name,
      );
    about.add(guid, noteRefs(element));
    return {
      guid,
      name,
      description: textOf(element, 'Description').trim(),
      values: readValues(element),
      textGuids: childrenNamed(element, 'SourceRef').flatMap((ref) => targetOf(ref) ?? []),
    };
  });
}

function readNotes(
  root: XmlElement,
  { textAt, newGuid }: QdeSurroundings,
  findings: Findings,
  about: NotesAbout,
): readonly ForeignNote[] {
  return within(root, 'Notes', 'Note').flatMap((element) => {
    const guid = guidOf(element.attributes['guid']) ?? newGuid();
    const name = element.attributes['name']?.trim() ?? '';
    const raw = rawText(element, textAt);
    const text = raw === null ? textOf(element, 'Description') : storedText(raw);
    if (text.trim() === '' && name === '') {
      findings.add('left out', 'Notes without any words.', guid);
      return [];
    }
    return {
      guid,
      name,
      text,
      userGuid: guidOf(element.attributes['creatingUser']),
      at: readTime(element.attributes['creationDateTime']),
      about: about.of(guid),
    };
  });
}

function readLinks(root: XmlElement): readonly ForeignLink[] {
  return within(root, 'Links', 'Link').flatMap(({ attributes }) => {
    const guid = guidOf(attributes['guid']);
    const fromGuid = guidOf(attributes['originGUID']);
    const toGuid = guidOf(attributes['targetGUID']);
    if (guid === null || fromGuid === null || toGuid === null) return [];
    return { guid, name: attributes['name']?.trim() ?? '', fromGuid, toGuid };
  });
}

function findingsOfRest(root: XmlElement, findings: Findings): ForeignProject['findings'] {
  for (const graph of within(root, 'Graphs', 'Graph'))
    findings.add('left out', 'Graphs: Crosscase draws none.', graph.attributes['name'] ?? '');
  return findings.list();
}
