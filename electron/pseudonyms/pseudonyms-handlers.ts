import fs from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import { findIdentifiers, replacementFor, type Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import type { FoundName, pseudonymsContract } from '#shared/pseudonyms/pseudonyms-contract.ts';
import { Anchors } from '#shared/text/re-anchor.ts';
import { areChangesOf } from '#shared/text/text-changes.ts';
import { contextOf } from '#shared/text/words.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import type { Services } from '#electron/core/services.ts';
import { newestVersion } from '#electron/corrections/corrections-sql.ts';
import { storeCorrection } from '#electron/corrections/correct-transcript.ts';
import { findTranscript } from '#electron/transcripts/transcripts-sql.ts';
import { tableNames } from '#electron/withdrawal/withdrawal-sql.ts';
import { checkExport } from './check-export.ts';
import { countTraces, ERASED_LABEL, eraseNames } from './erase-names.ts';
import { exportedText } from './exported-text.ts';
import { decryptNames, encryptNames } from './key-file.ts';
import { newestTexts } from './pseudonyms-sql.ts';

const AROUND = 60;
const KEY_FILE = 'Names.age';
/** Typed, because it cannot be undone. */
const CONFIRMATION = 'erase';

export const pseudonymsHandlers: HandlersOf<typeof pseudonymsContract> = {
  names: (services) => openNames(services),

  setNames({ session, names, emit }, { identifiers }) {
    names.set(session.requireProject().uid, identifiers, true);
    emit({ type: 'changed', label: 'Change the list of names', tables: ['names'], rows: null });
  },

  async saveKey(services, { passphrase }) {
    const { session, names, files } = services;
    const { identifiers } = openNames(services);
    const place = files.reserve(KEY_FILE);
    const content = await encryptNames(identifiers, passphrase);
    fs.writeFileSync(place.path, content);
    names.set(session.requireProject().uid, identifiers, false);
    return { file: place.ref, name: KEY_FILE, bytes: content.length };
  },

  async openKey(services, { file: ref, passphrase }) {
    const { session, names, files, emit } = services;
    const { uid } = session.requireProject();
    const file = files.resolve(ref);
    names.set(uid, await decryptNames(fs.readFileSync(file.path), passphrase, file.name), false);
    emit({ type: 'changed', label: 'Open the list of names', tables: ['names'], rows: null });
    return openNames(services);
  },

  find(services) {
    const { identifiers } = openNames(services);
    return newestTexts(services.session.requireProject().readable).flatMap(
      ({ transcriptId, title, versionId, text }) =>
        findIdentifiers(text, identifiers).map((found): FoundName => {
          const { before, after } = contextOf(text, found, AROUND);
          return {
            transcriptId,
            transcriptTitle: title,
            versionId,
            start: found.start,
            end: found.end,
            lead: before,
            words: text.slice(found.start, found.end),
            tail: after,
            replacement: replacementFor(found, identifiers[found.identifier] as Identifier),
            isForm: found.ending !== '',
          };
        }),
    );
  },

  apply(context, { places }) {
    const byTranscript = Map.groupBy(places, ({ transcriptId }) => transcriptId);
    for (const [transcriptId, inOne] of byTranscript) putPseudonyms(context, transcriptId, inOne);
    context.label(
      byTranscript.size === 1
        ? `Put pseudonyms at ${places.length} places of a transcript`
        : `Put pseudonyms at ${places.length} places of ${byTranscript.size} transcripts`,
    );
    return { places: places.length, transcripts: byTranscript.size };
  },

  countTraces: (services) =>
    countTraces(services.session.requireProject().readable, openNames(services).identifiers),

  async eraseTraces(services, { confirmation }) {
    if (confirmation.trim() !== CONFIRMATION) {
      throw new AppError('confirmation-differs', { expected: CONFIRMATION });
    }
    const { session, deps, tasks, emit } = services;
    const project = session.requireProject();
    await tasks.cancelAll();
    eraseNames(project, openNames(services).identifiers, { at: deps.now(), actor: session.actor });
    emit({ type: 'changed', label: ERASED_LABEL, tables: tableNames(project.readable), rows: null });
  },

  checkExport(services, { file }) {
    const exported = exportedText(services.files.resolve(file).path);
    const { readable } = services.session.requireProject();
    return checkExport(readable, exported, openNames(services).identifiers);
  },
};

function openNames({ session, names }: Services) {
  return names.of(session.requireProject().uid);
}

interface Place {
  readonly versionId: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function putPseudonyms(
  context: MutationContext,
  transcriptId: Parameters<typeof newestVersion>[1],
  places: readonly Place[],
): void {
  const title = findTranscript(context.db, transcriptId)?.title;
  const from = newestVersion(context.db, transcriptId);
  if (title === undefined || from === undefined) throw new AppError('not-found', { what: 'transcript' });
  if (places.some(({ versionId }) => versionId !== from.id))
    throw new AppError('transcript-newer', { title });
  const changes = places
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, replacement }) => ({ start, end, text: replacement }));
  if (!areChangesOf(from.text.length, changes)) {
    throw new AppError('bad-input', { problems: ['The places overlap, or lie outside the text.'] });
  }
  const anchors = new Anchors(from.text, changes);
  // The reason names nobody: it stays readable in the study.
  storeCorrection(context, { transcriptId, from, anchors, kind: 'pseudonyms', reason: '' });
}
