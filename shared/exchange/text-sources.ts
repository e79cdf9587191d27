import type { Findings } from './findings.ts';
import type { ForeignValues } from './foreign-project.ts';
import { readValues } from './read-values.ts';
import { childNamed, childrenNamed, guidOf, type XmlElement } from './xml-element.ts';

export interface SourceSelection {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A text of the project, wherever it stands: of its own, as what a PDF says, or as the transcript of a recording. */
export interface TextSource {
  readonly element: XmlElement;
  /** What the PDF or the recording is called. */
  readonly nameAbove: string;
  values(): ForeignValues;
  selections(raw: string): readonly SourceSelection[];
}

/** Every text of `<Sources>`. What is not text (regions of pages, pictures, stretches of sound) is listed as left out. */
export function textSources(root: XmlElement, findings: Findings): readonly TextSource[] {
  return childrenNamed(root, 'Sources').flatMap((sources) =>
    sources.children.flatMap((source) => textsOf(source, findings)),
  );
}

function textsOf(source: XmlElement, findings: Findings): readonly TextSource[] {
  const name = source.attributes['name']?.trim() ?? '';
  switch (source.name) {
    case 'TextSource':
      return [plainText(source, '', source)];
    case 'PDFSource': {
      countRegions(source, 'PDFSelection', 'Regions of PDF pages: Crosscase codes text only.', findings);
      const text = childNamed(source, 'Representation');
      if (text === undefined) {
        findings.add('left out', 'PDFs without their text.', name);
        return [];
      }
      findings.add('kept otherwise', 'PDFs: their text was taken over, without the pages.', name);
      return [plainText(text, name, source)];
    }
    case 'PictureSource': {
      countRegions(source, 'PictureSelection', 'Regions of pictures: Crosscase codes text only.', findings);
      const text = childNamed(source, 'TextDescription');
      findings.add('left out', 'Pictures.', name);
      return text === undefined ? [] : [plainText(text, name, source)];
    }
    case 'AudioSource':
    case 'VideoSource': {
      const kind = source.name === 'AudioSource' ? 'AudioSelection' : 'VideoSelection';
      countRegions(source, kind, 'Stretches of sound or film: Crosscase codes text only.', findings);
      const transcripts = childrenNamed(source, 'Transcript');
      findings.add('left out', 'Recordings; their transcripts, if any, were taken over.', name);
      return transcripts.map((transcript) => transcriptOf(transcript, name, source));
    }
    default:
      findings.add('left out', `Sources of a kind that the standard does not know (${source.name}).`, name);
      return [];
  }
}

function countRegions(source: XmlElement, name: string, what: string, findings: Findings): void {
  for (const region of childrenNamed(source, name)) {
    const codings = childrenNamed(region, 'Coding').length;
    findings.add('left out', what, `${source.attributes['name'] ?? ''}: ${codings} codings`);
  }
}

function plainText(element: XmlElement, nameAbove: string, valuesOn: XmlElement): TextSource {
  return {
    element,
    nameAbove,
    values: () => readValues(valuesOn),
    selections: () =>
      childrenNamed(element, 'PlainTextSelection').map((selection) => ({
        element: selection,
        start: wholeNumber(selection.attributes['startPosition']),
        end: wholeNumber(selection.attributes['endPosition']),
        words: selection.attributes['name'] ?? '',
      })),
  };
}

/** The passages of a transcript of a recording lie between two points in time, which have a place in the text. */
function transcriptOf(element: XmlElement, nameAbove: string, valuesOn: XmlElement): TextSource {
  const points = new Map(
    childrenNamed(element, 'SyncPoint').map(({ attributes }) => [
      guidOf(attributes['guid']),
      wholeNumber(attributes['position']),
    ]),
  );
  return {
    element,
    nameAbove,
    values: () => readValues(valuesOn),
    selections: () =>
      childrenNamed(element, 'TranscriptSelection').map((selection) => ({
        element: selection,
        start: points.get(guidOf(selection.attributes['fromSyncPoint'])) ?? -1,
        end: points.get(guidOf(selection.attributes['toSyncPoint'])) ?? -1,
        words: selection.attributes['name'] ?? '',
      })),
  };
}

/** −1 for what is no whole number: a place that is in no text. */
function wholeNumber(value: string | undefined): number {
  return value !== undefined && /^\d{1,15}$/.test(value.trim()) ? Number(value) : -1;
}
