import type { CoderId } from '#shared/ids.ts';
import type { ForeignNote, ForeignProject, ForeignSet } from '#shared/exchange/foreign-project.ts';
import type { MemoTarget } from '#shared/memos/linked-things.ts';
import type { Block, Inline, RichText } from '#shared/memos/rich-text.ts';
import { shorten } from '#shared/text/graphemes.ts';
import { storeMemo } from '#electron/memos/store-memo.ts';
import { uidOf } from '#electron/memos/things-sql.ts';
import { coderOf } from './take-coders.ts';
import type { Taking } from './taking.ts';

/**
 * Notes become memos on what they are about. What has no field of its own here becomes a memo too, so that its words are
 * kept: descriptions of texts, cases and passages, sets, links between other things than codes.
 */
export function takeNotes(taking: Taking, project: ForeignProject): void {
  const memos = new Map<string, string>();
  for (const note of project.notes) takeNote(taking, note, memos);
  for (const memo of descriptions(taking, project)) storeOnce(taking, memo);
  for (const set of project.sets) takeSet(taking, set, memos);
  tellOtherLinks(taking, project);
}

interface NewMemo {
  readonly guid: string | null;
  readonly title: string;
  readonly body: RichText;
  readonly target: MemoTarget | null;
  readonly authorId: CoderId;
  readonly at: string | null;
}

function takeNote(taking: Taking, note: ForeignNote, memos: Map<string, string>): void {
  const targets = note.about.flatMap((guid) => targetOf(taking, guid) ?? []);
  const [first, ...others] = targets;
  const quoted = note.about.flatMap((guid) => quoteOf(taking, guid));
  const body = [...quoted, ...paragraphs(note.text), ...alsoAbout(taking, others)];
  memos.set(note.guid, note.name);
  storeOnce(taking, {
    guid: note.guid,
    title: note.name,
    body,
    target: first ?? null,
    authorId: coderFor(taking, note.userGuid),
    at: note.at,
  });
}

function storeOnce(taking: Taking, memo: NewMemo): void {
  const { context, known, tally } = taking;
  if (memo.guid !== null && known.memos.has(memo.guid)) {
    tally.add('memos', 'present');
    return;
  }
  const isNew = storeMemo(context, {
    uid: memo.guid,
    authorId: memo.authorId,
    title: memo.title,
    body: memo.body,
    target: memo.target,
    at: memo.at ?? context.now(),
  });
  tally.add('memos', isNew ? 'added' : 'joined');
}

/** The coder of the note, or who imports. */
function coderFor(taking: Taking, guid: string | null): CoderId {
  return guid === null ? taking.context.requireCoder() : coderOf(taking, guid);
}

function targetOf(taking: Taking, guid: string): MemoTarget | null {
  const code = taking.codes.get(guid);
  if (code !== undefined) return { kind: 'code', id: code };
  const coding = taking.codings.get(guid);
  if (coding !== undefined) return { kind: 'coding', id: coding };
  const transcript = taking.transcripts.get(guid);
  if (transcript !== undefined) return { kind: 'transcript', id: transcript.id };
  const participant = taking.participants.get(guid);
  if (participant !== undefined) return { kind: 'participant', id: participant };
  const passage = taking.passages.get(guid);
  return passage === undefined ? null : { kind: 'transcript', id: passage.transcriptId };
}

/** A note on a passage that carries no coding is about the text: its words are put above it. */
function quoteOf(taking: Taking, guid: string): readonly Block[] {
  const passage = taking.passages.get(guid);
  return passage === undefined || passage.words.trim() === ''
    ? []
    : [{ type: 'quote', children: textLine(passage.words) }];
}

function alsoAbout(taking: Taking, others: readonly MemoTarget[]): readonly Block[] {
  const links = others.flatMap((target) => linkTo(taking, target));
  return links.length === 0 ? [] : [{ type: 'paragraph', children: [text('Also on: '), ...joined(links)] }];
}

function linkTo(taking: Taking, target: MemoTarget): readonly Inline[] {
  if (target.kind !== 'code' && target.kind !== 'transcript') return [];
  const uid = uidOf(taking.context.db, target);
  return uid === undefined ? [] : [{ type: 'link', kind: target.kind, uid, name: target.kind }];
}

function* descriptions(taking: Taking, project: ForeignProject): Generator<NewMemo> {
  const authorId = taking.context.requireCoder();
  const plain = { guid: null, authorId, at: null };
  if (project.description !== '')
    yield { ...plain, title: `About “${project.name}”`, body: paragraphs(project.description), target: null };
  for (const { name, description } of project.variables)
    if (description !== '')
      yield { ...plain, title: `Attribute “${name}”`, body: paragraphs(description), target: null };
  for (const { guid, name, description } of project.cases) {
    const id = taking.participants.get(guid);
    if (description !== '' && id !== undefined)
      yield { ...plain, title: name, body: paragraphs(description), target: { kind: 'participant', id } };
  }
  for (const { guid, name, description, passages } of project.texts) {
    const id = taking.transcripts.get(guid)?.id;
    if (id === undefined) continue;
    const target = { kind: 'transcript', id } as const;
    if (description !== '') yield { ...plain, title: name, body: paragraphs(description), target };
    for (const passage of passages) {
      if (passage.description === '' || passage.description === passage.words.trim()) continue;
      const coding = passage.codings.map(({ guid: codingGuid }) => taking.codings.get(codingGuid))[0];
      const body = [...quoteOf(taking, passage.guid), ...paragraphs(passage.description)];
      const on = coding === undefined ? target : ({ kind: 'coding', id: coding } as const);
      yield { ...plain, title: shorten(passage.description, 60), body, target: on };
    }
  }
}

/** Sets are kept as a memo with a link to each of their members. */
function takeSet(taking: Taking, set: ForeignSet, memos: ReadonlyMap<string, string>): void {
  const members: Inline[] = [
    ...set.codeGuids.flatMap((guid) => {
      const id = taking.codes.get(guid);
      return id === undefined ? [] : linkTo(taking, { kind: 'code', id });
    }),
    ...set.textGuids.flatMap((guid) => {
      const found = taking.transcripts.get(guid);
      return found === undefined ? [] : linkTo(taking, { kind: 'transcript', id: found.id });
    }),
    ...set.noteGuids.flatMap((guid): readonly Inline[] =>
      memos.has(guid) ? [{ type: 'link', kind: 'memo', uid: guid, name: memos.get(guid) ?? '' }] : [],
    ),
  ];
  taking.findings.add('kept otherwise', 'Sets became memos that link to their members.', set.name);
  storeOnce(taking, {
    guid: set.guid,
    title: `Set “${set.name}”`,
    body: [
      ...paragraphs(set.description),
      ...(members.length === 0 ? [] : [{ type: 'paragraph', children: joined(members) } as const]),
    ],
    target: null,
    authorId: taking.context.requireCoder(),
    at: null,
  });
}

function tellOtherLinks(taking: Taking, { links }: ForeignProject): void {
  for (const { name, fromGuid, toGuid } of links) {
    if (taking.codes.has(fromGuid) && taking.codes.has(toGuid)) continue;
    taking.findings.add('left out', 'Links between other things than two codes.', name);
  }
}

function paragraphs(plain: string): readonly Block[] {
  return plain
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', children: textLine(part) }));
}

function textLine(plain: string): readonly Inline[] {
  return plain
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ type: 'break' } as const]),
      ...(line === '' ? [] : [text(line)]),
    ]);
}

const text = (words: string): Inline => ({ type: 'text', text: words });

function joined(links: readonly Inline[]): readonly Inline[] {
  return links.flatMap((link, index) => (index === 0 ? [link] : [text(', '), link]));
}
