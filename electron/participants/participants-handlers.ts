import { AppError } from '#shared/contract/errors.ts';
import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type { participantsContract } from '#shared/participants/participants-contract.ts';
import { participantRows } from '#shared/participants/participant-rows.ts';
import { prepared, type HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { readTableFile } from '#electron/import/table-formats.ts';
import { forgetAttribute } from '#electron/matrices/traits-sql.ts';
import { keepCellsOfCase } from '#electron/matrices/rows-sql.ts';
import { forgetParticipant } from '#electron/transcripts/transcripts-sql.ts';
import { deleteAssignmentsOf } from '#electron/typologies/typologies-sql.ts';
import { deleteNarrative } from '#electron/within-case/within-case-sql.ts';
import {
  attributeNamed,
  countRemoval,
  deleteAttribute,
  deleteParticipant,
  deleteValue,
  deleteValuesOfAttribute,
  deleteValuesOfParticipant,
  insertAttribute,
  insertParticipant,
  participantWithCode,
  requireAttribute,
  requireParticipant,
  updateAttribute,
  updateCode,
  updateRules,
  upsertValue,
} from './participants-sql.ts';
import { previewCsv, requireColumns } from './preview-csv.ts';
import { readTable } from './read-table.ts';
import { deleteConsentOf } from './study-records-sql.ts';
import { studyRecordsHandlers } from './study-records.ts';
import { exportParticipants } from './export-participants.ts';
import { storeParticipantTable } from './store-participant-table.ts';

export const participantsHandlers: HandlersOf<typeof participantsContract> = {
  table: ({ db }) => readTable(db),

  create({ db, newUid, label }, { code }) {
    const free = requireFreeCode(db, code);
    label(`Add participant ${free}`);
    return insertParticipant(db, newUid(), free);
  },

  rename({ db, label }, { id, code }) {
    const before = requireParticipant(db, id).code;
    const after = requireFreeCode(db, code, id);
    label(`Rename participant ${before} to ${after}`);
    updateCode(db, id, after);
  },

  removalPreview: ({ db }, { id }) => countRemoval(db, id),

  remove({ db, label }, { id }) {
    const { code } = requireParticipant(db, id);
    label(`Remove participant ${code}`);
    forgetParticipant(db, id);
    keepCellsOfCase(db, id, code);
    deleteNarrative(db, id);
    deleteAssignmentsOf(db, id);
    deleteValuesOfParticipant(db, id);
    deleteConsentOf(db, id);
    deleteParticipant(db, id);
  },

  setValue({ db, label }, { participantId, attributeId, value }) {
    const { code } = requireParticipant(db, participantId);
    const { name } = requireAttribute(db, attributeId);
    const written = value.trim();
    label(written === '' ? `Clear ${name} of ${code}` : `Set ${name} of ${code} to “${written}”`);
    if (written === '') deleteValue(db, participantId, attributeId);
    else upsertValue(db, participantId, attributeId, written);
  },

  addAttribute({ db, newUid, label }, { name, type }) {
    const free = requireFreeName(db, name);
    label(`Add attribute ${free}`);
    return insertAttribute(db, newUid(), free, type);
  },

  changeAttribute({ db, label }, { id, name, type, rangeMin, rangeMax, choices }) {
    const attribute = requireAttribute(db, id);
    const newName = name === undefined ? attribute.name : requireFreeName(db, name, id);
    const newType = type ?? attribute.type;
    if (newName !== attribute.name) label(`Rename attribute ${attribute.name} to ${newName}`);
    else label(newType === attribute.type ? `Change the attribute ${newName}` : `Make ${newName} ${newType}`);
    updateAttribute(db, id, newName, newType);
    updateRules(db, id, {
      rangeMin: rangeMin?.trim() ?? attribute.rangeMin,
      rangeMax: rangeMax?.trim() ?? attribute.rangeMax,
      choices: choices?.map((choice) => choice.trim()).filter((choice) => choice !== '') ?? attribute.choices,
    });
  },

  removeAttribute({ db, label }, { id }) {
    label(`Remove attribute ${requireAttribute(db, id).name}`);
    forgetAttribute(db, id);
    deleteValuesOfAttribute(db, id);
    deleteAttribute(db, id);
  },

  previewCsv: ({ session, files }, { file, keyColumn }) =>
    previewCsv(session.requireProject().readable, files.resolve(file), keyColumn),

  importCsv: prepared(
    async ({ files }, { file: ref, keyColumn, columns, siteColumn }) => {
      const file = files.resolve(ref);
      const table = await readTableFile(file);
      requireColumns(table, file.name, [
        keyColumn,
        ...(siteColumn === null ? [] : [siteColumn]),
        ...columns.map(({ name }) => name),
      ]);
      return { fileName: file.name, table, ...participantRows(table, keyColumn) };
    },
    (context, { fileName, table, rows, problems }, { columns, siteColumn, overwrite }) => {
      context.label(`Import ${rows.length} participants from “${fileName}”`);
      const taken = columns.filter(({ name }) => name !== siteColumn);
      const stored = storeParticipantTable(context, {
        columns: taken,
        rows,
        siteColumn,
        keepsValues: !overwrite,
      });
      const { added, updated, attributes, kept } = stored;
      return { added, updated, attributes, kept, left: problems.length + table.problems.length };
    },
  ),

  ...studyRecordsHandlers,

  export: exportParticipants,
};

/** A participant may be renamed to the same code in other capitals. */
function requireFreeCode(db: ReadableDb, code: string, own?: ParticipantId): string {
  const trimmed = code.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'participant' });
  const known = participantWithCode(db, trimmed);
  if (known !== undefined && known !== own) {
    throw new AppError('name-taken', { what: 'participant', name: trimmed });
  }
  return trimmed;
}

function requireFreeName(db: ReadableDb, name: string, own?: AttributeId): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('name-empty', { what: 'attribute' });
  const known = attributeNamed(db, trimmed);
  if (known !== undefined && known.id !== own) {
    throw new AppError('name-taken', { what: 'attribute', name: trimmed });
  }
  return trimmed;
}
