import { z } from 'zod';
import { linkKinds, type BrokenLink, type LinkKind } from './linked-things.ts';

/** Words with their marks. */
const textRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
});

/** An @ link: by uid, so that it survives renaming. The name is the last known one, for when the thing is gone. */
const link = z.strictObject({
  type: z.literal('link'),
  kind: z.enum(linkKinds),
  uid: z.string().min(1).max(100),
  name: z.string().max(1000),
});

const lineBreak = z.strictObject({ type: z.literal('break') });

const inline = z.discriminatedUnion('type', [textRun, link, lineBreak]);
const line = z.array(inline).readonly();

const listItem = z.strictObject({
  children: line,
  /** The list that is indented below this item. */
  get below(): z.ZodOptional<typeof list> {
    return list.optional();
  },
});

const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(listItem).min(1).readonly(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), children: line }),
  z.strictObject({ type: z.literal('heading'), level: z.literal([1, 2, 3]), children: line }),
  z.strictObject({ type: z.literal('quote'), children: line }),
  list,
]);

/**
 * The text of a memo. Our own small format and not the editor's, so that what is stored outlives the editor, and every
 * reader (search, export, another program) needs to know only these few things.
 */
export const richText = z.array(block).max(20_000).readonly();

export type Inline = z.infer<typeof inline>;
export type TextRun = z.infer<typeof textRun>;
export type TextLink = z.infer<typeof link>;
export type List = z.infer<typeof list>;
export type ListItem = z.infer<typeof listItem>;
export type Block = z.infer<typeof block>;
export type RichText = z.infer<typeof richText>;

/** The name that a link shows. */
export type NameOfLink = (link: Pick<TextLink, 'kind' | 'uid' | 'name'>) => string;

/** Links as they were last saved: for when nothing can be looked up. */
export const savedName: NameOfLink = ({ name }) => name;

/** The names of links, from what they point to; what was removed is called by its last name, and said to be removed. */
export function presentNames({ links, brokenLinks }: LookedUpLinks): NameOfLink {
  const names = new Map(links.map(({ uid, name }) => [uid, name]));
  for (const { uid, name } of brokenLinks) names.set(uid, `${name} (removed)`);
  return ({ uid, name }) => names.get(uid) ?? name;
}

interface LookedUpLinks {
  readonly links: readonly { readonly uid: string; readonly name: string }[];
  readonly brokenLinks: readonly BrokenLink[];
}

/** Every link, in the order of the text. */
export function linksOf(document: RichText): readonly TextLink[] {
  return document.flatMap(linesOf).flatMap((children) => children.filter((node) => node.type === 'link'));
}

/** Each thing that is linked to, once. */
export function linkedUids(document: RichText): ReadonlyMap<string, LinkKind> {
  return new Map(linksOf(document).map(({ uid, kind }) => [uid, kind]));
}

/**
 * One form for one text, so that two documents can be compared: neighbouring words with the same marks are one run, and
 * neighbouring lists of one kind are one list.
 */
export function normalised(document: RichText): RichText {
  const blocks: Block[] = [];
  for (const node of document.map(normalisedBlock)) {
    const last = blocks.at(-1);
    if (node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered) {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...node.items] };
    } else {
      blocks.push(node);
    }
  }
  return blocks;
}

/** Whether they say the same; what linked things are called meanwhile makes no difference. */
export function sameText(a: RichText, b: RichText): boolean {
  return canonical(a) === canonical(b);
}

function canonical(document: RichText): string {
  return JSON.stringify(normalised(document), (key, value: unknown) => (key === 'name' ? undefined : value));
}

function normalisedBlock(node: Block): Block {
  if (node.type === 'list') return normalisedList(node);
  if (node.type === 'heading') {
    return { type: 'heading', level: node.level, children: joinedRuns(node.children) };
  }
  return { type: node.type, children: joinedRuns(node.children) };
}

function normalisedList({ ordered, items }: List): List {
  return {
    type: 'list',
    ordered,
    items: items.map(({ children, below }) => ({
      children: joinedRuns(children),
      ...(below === undefined ? {} : { below: normalisedList(below) }),
    })),
  };
}

/** Also puts the properties in one order. */
function joinedRuns(children: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of children) {
    const last = joined.at(-1);
    if (node.type === 'link') {
      joined.push({ type: 'link', kind: node.kind, uid: node.uid, name: node.name });
    } else if (node.type === 'break') {
      joined.push({ type: 'break' });
    } else if (last?.type === 'text' && last.bold === node.bold && last.italic === node.italic) {
      joined[joined.length - 1] = textRunOf(last.text + node.text, node);
    } else if (node.text !== '') {
      joined.push(textRunOf(node.text, node));
    }
  }
  return joined;
}

export function textRunOf(
  text: string,
  marks: { readonly bold?: boolean | undefined; readonly italic?: boolean | undefined },
): TextRun {
  return {
    type: 'text',
    text,
    ...(marks.bold === true ? { bold: true } : {}),
    ...(marks.italic === true ? { italic: true } : {}),
  };
}

/** The lines of a block, a list's items in their order. */
export function linesOf(node: Block): readonly (readonly Inline[])[] {
  return node.type === 'list' ? linesOfList(node) : [node.children];
}

function linesOfList({ items }: List): readonly (readonly Inline[])[] {
  return items.flatMap(({ children, below }) => [
    children,
    ...(below === undefined ? [] : linesOfList(below)),
  ]);
}
