import type { Code } from '#shared/codebook/codebook-contract.ts';
import { idsBelow } from '#shared/codebook/code-tree.ts';
import type { Coding, Layer } from '#shared/coding/coding-contract.ts';
import type { CodeId, CodingId, LayerId } from '#shared/ids.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { passesFilter, type CodingFilter } from './coding-filter.ts';
import { poleName } from './pole-name.ts';

/** A coding with all that drawing it needs. */
export interface ShownCoding extends Coding {
  readonly color: string;
  /** The code's name, with the pole that is marked, and a star for a good quotation. */
  readonly label: string;
  /** The initial of the coder, for codings of other layers than one's own. */
  readonly mark: string | null;
}

export interface Showing {
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly layers: readonly Layer[];
  readonly shownLayers: ReadonlySet<LayerId>;
  /** Shows this code and what lies below it; null shows all. */
  readonly onlyCode: CodeId | null;
  readonly filter: CodingFilter;
  readonly open: { readonly transcript: Pick<Transcript, 'turns' | 'sections'> } | null;
}

let lastShowing: Showing | null = null;
let lastShown: readonly ShownCoding[] = [];

/** What is on screen of all codings of a transcript, in the order of the text. Asked twice, answered from memory. */
export function shownCodings(showing: Showing): readonly ShownCoding[] {
  if (lastShowing === null || !sameShowing(showing, lastShowing)) {
    lastShown = computeShown(showing);
    lastShowing = showing;
  }
  return lastShown;
}

function sameShowing(a: Showing, b: Showing): boolean {
  return (
    a.codings === b.codings &&
    a.codes === b.codes &&
    a.layers === b.layers &&
    a.shownLayers === b.shownLayers &&
    a.onlyCode === b.onlyCode &&
    a.filter === b.filter &&
    a.open === b.open
  );
}

function computeShown(showing: Showing): readonly ShownCoding[] {
  const passes = passing(showing);
  const drawn = drawnWith(showing);
  const shown: ShownCoding[] = [];
  for (const coding of showing.codings.values()) {
    const drawing = passes(coding) ? drawn(coding) : null;
    if (drawing !== null) shown.push(drawing);
  }
  return shown.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
}

/** Whether a coding is among what is shown. */
export function passing({
  codes,
  shownLayers,
  onlyCode,
  filter,
  open,
}: Showing): (coding: Coding) => boolean {
  const below = onlyCode === null ? null : idsBelow([...codes.values()], onlyCode);
  return (coding) =>
    shownLayers.has(coding.layerId) &&
    (below === null || coding.codeId === onlyCode || below.has(coding.codeId)) &&
    (open === null || passesFilter(open.transcript, filter, coding));
}

type Drawn = (coding: Coding) => ShownCoding | null;
let lastDrawn: (Pick<Showing, 'codes' | 'layers'> & { readonly drawn: Drawn }) | null = null;

/** Remembers each drawing: of three thousand codings, one more coding draws one. */
function drawnWith({ codes, layers }: Showing): Drawn {
  if (lastDrawn?.codes === codes && lastDrawn.layers === layers) return lastDrawn.drawn;
  const layerById = new Map(layers.map((layer) => [layer.id, layer]));
  const known = new WeakMap<Coding, ShownCoding>();
  const drawn: Drawn = (coding) => {
    const before = known.get(coding);
    if (before !== undefined) return before;
    const code = codes.get(coding.codeId);
    const layer = layerById.get(coding.layerId);
    if (code === undefined || layer === undefined) return null;
    const pole = poleName(code, coding.weight);
    const drawing = {
      ...coding,
      color: code.color,
      label: `${coding.goodQuotation ? '★ ' : ''}${pole === null ? code.name : `${code.name}: ${pole}`}`,
      mark: layer.own ? null : initialOf(layer.name),
    };
    known.set(coding, drawing);
    return drawing;
  };
  lastDrawn = { codes, layers, drawn };
  return drawn;
}

/** The mark of a coder. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter('und').segment(name.trim());
  return first?.segment.toUpperCase() ?? '?';
}
