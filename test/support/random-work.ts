import type { Client } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { cellMarks, verdicts } from '#shared/checking/cell-state.ts';
import type { TestCore } from './test-core.ts';

/** Two numbers that decide what exactly an action does: the same numbers, the same work. */
type Choice = readonly [number, number];

/** One thing that a researcher does; a refusal (a name taken, nothing to remove) is a normal outcome. */
export interface Work {
  readonly name: string;
  run(study: TestCore, choice: Choice): Promise<unknown>;
}

/** Earlier work may have removed the last one: then there is nothing to do, as for a person. */
function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % Math.max(items.length, 1)];
  if (item === undefined) throw new AppError('not-found', { what: 'thing to work on' });
  return item;
}

async function somewhere(api: Client, [a, b]: Choice) {
  const transcript = pick(await api.transcripts.list({}), a);
  const { text, versionId, turns } = await api.transcripts.get({ id: transcript.id });
  const turn = pick(turns, b);
  const start = Math.min(turn.start + (a % 7), turn.end - 1);
  return { versionId, start, end: Math.min(text.length, start + 1 + (b % 60)), transcriptId: transcript.id };
}

async function ownCoding(api: Client, choice: Choice) {
  const { transcriptId } = await somewhere(api, choice);
  return pick(await api.coding.ofTranscript({ transcriptId }), choice[1]);
}

async function column(api: Client, [a, b]: Choice) {
  const matrix = await api.matrices.get({ id: pick(await api.matrices.list({}), a).id });
  return { matrix, column: pick(matrix.columns, b), row: pick(matrix.rows, a + b) };
}

async function cellAt(api: Client, choice: Choice) {
  const { column: at, row } = await column(api, choice);
  return { columnId: at.id, rowKey: row.key };
}

const codeAt = async (api: Client, number: number) => pick(await api.codebook.list({}), number);

/** Work of every capability that changes a project. */
export const everyKindOfWork: readonly Work[] = [
  {
    name: 'code a fragment',
    async run({ api }, choice) {
      const place = await somewhere(api, choice);
      return api.coding.apply({
        ...place,
        codeIds: [(await codeAt(api, choice[0])).id],
        weight: choice[1] % 2 === 0 ? 1 : null,
      });
    },
  },
  {
    name: 'code a fragment with two codes',
    async run({ api }, choice) {
      const place = await somewhere(api, choice);
      const codeIds = [(await codeAt(api, choice[0])).id, (await codeAt(api, choice[1])).id];
      return api.coding.apply({ ...place, codeIds: [...new Set(codeIds)] });
    },
  },
  {
    name: 'remove a coding',
    run: async ({ api }, choice) => api.coding.remove({ ids: [(await ownCoding(api, choice)).id] }),
  },
  {
    name: 'write a memo',
    run: async ({ api }, choice) =>
      api.coding.change({ id: (await ownCoding(api, choice)).id, memo: `Why? ${choice[0]} 👩‍⚕️ “zoë”` }),
  },
  {
    name: 'say how sure a coding is, with a translation',
    async run({ api }, choice) {
      const { id } = await ownCoding(api, choice);
      const certainty = ([1, 2, 3, null] as const)[choice[0] % 4] ?? null;
      await api.coding.change({
        id,
        certainty,
        goodQuotation: choice[1] % 2 === 0,
        translation: `Omdat ${choice[1]}`,
      });
    },
  },
  {
    name: 'recode a coding',
    run: async ({ api }, choice) =>
      api.coding.recode({
        ids: [(await ownCoding(api, choice)).id],
        codeId: (await codeAt(api, choice[0])).id,
      }),
  },
  {
    name: 'copy a coding to another code',
    run: async ({ api }, choice) =>
      api.coding.copyToCode({
        ids: [(await ownCoding(api, choice)).id],
        codeId: (await codeAt(api, choice[0])).id,
      }),
  },
  {
    name: 'split a coding',
    async run({ api }, choice) {
      const { id, start, end } = await ownCoding(api, choice);
      return api.coding.split({ id, position: start + (choice[0] % (end - start)) });
    },
  },
  {
    name: 'merge adjacent codings',
    run: async ({ api }, choice) => api.coding.mergeAdjacent({ id: (await ownCoding(api, choice)).id }),
  },
  {
    name: 'extend a coding',
    run: async ({ api }, choice) =>
      api.coding.extend({
        id: (await ownCoding(api, choice)).id,
        to: choice[0] % 2 === 0 ? 'sentence' : 'turn',
      }),
  },
  {
    name: 'code blind, or not',
    run: async ({ api }, [a]) => api.project.setBlind({ blind: a % 2 === 0 }),
  },
  {
    name: 'choose who codes a transcript',
    async run({ api }, [a, b]) {
      const { id } = pick(await api.transcripts.list({}), a);
      const coders = await api.project.coders({});
      const coderIds = coders.filter((_, index) => (index + b) % 2 === 0).map((coder) => coder.id);
      return api.project.assign({ transcriptIds: [id], coderIds });
    },
  },
  {
    name: 'mark a transcript as finished',
    async run({ api }, choice) {
      const { transcriptId } = await somewhere(api, choice);
      return choice[0] % 3 === 0
        ? api.coding.unmarkFinished({ transcriptId })
        : api.coding.markFinished({ transcriptId });
    },
  },
  {
    name: 'make a comparison session',
    async run({ api }, choice) {
      const { transcriptId } = await somewhere(api, choice);
      const coders = (await api.project.coders({})).slice(0, 2).map(({ id }) => ({ coderId: id }));
      return api.comparison.create({
        name: `Round ${choice[0] % 5}`,
        kind: choice[1] % 2 === 0 ? 'round' : 'practice',
        coders,
        transcriptIds: [transcriptId],
        unitKind: choice[1] % 3 === 0 ? 'sentences' : 'turns',
      });
    },
  },
  {
    name: 'begin comparing, or settle a difference, or give a session up',
    async run({ api }, [a, b]) {
      const { id, frozenAt } = pick(await api.comparison.sessions({}), a);
      if (frozenAt === null) return api.comparison.begin({ id });
      if (b % 7 === 0) return api.comparison.remove({ id });
      const { key, decision } = pick((await api.comparison.differences({ id })).differences, b);
      if (decision !== null && b % 2 === 0) return api.comparison.takeBack({ id, difference: key });
      return api.comparison.decide({
        id,
        difference: key,
        outcome: (['one coder', 'all', 'neither', 'unresolved'] as const)[a % 4] ?? 'all',
        position: a % 2,
        reason: `Because ${b}`,
      });
    },
  },
  {
    name: 'move the edges of a coding',
    async run({ api }, choice) {
      const coding = await ownCoding(api, choice);
      return api.coding.moveEdges({ id: coding.id, start: coding.start, end: coding.end + (choice[0] % 9) });
    },
  },
  {
    name: 'add a code',
    run: async ({ api }, [a, b]) =>
      api.codebook.create({ parentId: a % 3 === 0 ? null : (await codeAt(api, a)).id, name: `Code ${b}` }),
  },
  {
    name: 'change a code',
    run: async ({ api }, [a, b]) =>
      api.codebook.change({
        id: (await codeAt(api, a)).id,
        name: `Renamed ${b}`,
        definition: `When ${b}`,
        cues: [`cue ${b}`, 'altijd'],
      }),
  },
  {
    name: 'move a code',
    async run({ api }, [a, b]) {
      return api.codebook.move({
        id: (await codeAt(api, a)).id,
        parentId: b % 4 === 0 ? null : (await codeAt(api, b)).id,
        index: a % 3,
      });
    },
  },
  {
    name: 'remove a code',
    run: async ({ api }, [a]) => api.codebook.remove({ id: (await codeAt(api, a)).id }),
  },
  {
    name: 'merge a code into another',
    async run({ api }, [a, b]) {
      const [id, into] = [(await codeAt(api, a)).id, (await codeAt(api, b)).id];
      return api.codebook.merge({ id, into, keepDefinition: a % 2 === 0, allowConflicts: b % 2 === 0 });
    },
  },
  {
    name: 'make codes exclusive',
    async run({ api }, [a, b]) {
      const codeIds = [(await codeAt(api, a)).id, (await codeAt(api, b)).id, (await codeAt(api, a + b)).id];
      return api.codebook.saveDomain({ name: `Domain ${a % 5}`, codeIds });
    },
  },
  {
    name: 'sort a fragment of a code that is split',
    async run({ api }, choice) {
      const into = choice[0] % 3 === 0 ? null : (await codeAt(api, choice[0])).id;
      return api.codebook.sortFragment({ codingId: (await ownCoding(api, choice)).id, into });
    },
  },
  {
    name: 'recode or copy several codings',
    async run({ api }, choice) {
      const { transcriptId } = await somewhere(api, choice);
      const all = await api.coding.ofTranscript({ transcriptId });
      const from = choice[0] % Math.max(1, all.length);
      const ids = all.slice(from, from + 5).map(({ id }) => id);
      const codeId = (await codeAt(api, choice[1])).id;
      return choice[0] % 2 === 0
        ? api.coding.recode({ ids, codeId })
        : api.coding.copyToCode({ ids, codeId });
    },
  },
  {
    name: 'write a summary',
    async run({ api }, choice) {
      const {
        column: { id },
        row,
      } = await column(api, choice);
      return api.matrices.writeSummary({
        columnId: id,
        rowKey: row.key,
        summary: choice[0] % 5 === 0 ? '' : `Summary ${choice[1]}`,
      });
    },
  },
  {
    name: 'write a narrative',
    async run({ api }, [a, b]) {
      const { participantId } = pick(await api.withinCase.cases({}), a);
      return api.withinCase.writeNarrative({ participantId, text: b % 4 === 0 ? '' : `She ${b} 👩‍⚕️` });
    },
  },
  {
    name: 'attach evidence',
    async run({ api }, choice) {
      const {
        column: { id },
        row,
      } = await column(api, choice);
      const { fragments } = await api.matrices.cell({ columnId: id, rowKey: row.key });
      if (fragments.length === 0) return;
      await api.matrices.setEvidence({
        columnId: id,
        rowKey: row.key,
        codingIds: [pick(fragments, choice[1]).id],
        stance: choice[0] % 3 === 0 ? null : 'supports',
      });
    },
  },
  {
    name: 'mark a cell, or say that it is still right',
    async run({ api }, choice) {
      const place = await cellAt(api, choice);
      const mark = ([...cellMarks, null] as const)[choice[0] % 5] ?? null;
      return choice[1] % 4 === 0
        ? api.checking.confirm({ ...place, note: 'Looked at again' })
        : api.checking.mark({ places: [place], mark });
    },
  },
  {
    name: 'ask for a check of a cell, or check one',
    async run({ api }, choice) {
      const { cellId, cellUid } = await api.checking.cell(await cellAt(api, choice));
      const coders = await api.project.coders({});
      if (cellId === null || cellUid === null) return;
      const checkerId = pick(coders, choice[1]).id;
      return choice[0] % 2 === 0
        ? api.checking.assign({ cellIds: [cellId], checkerId })
        : api.checking.giveVerdict({
            cellUid,
            verdict: pick(verdicts, choice[1]),
            note: `Because ${choice[1]}`,
          });
    },
  },
  {
    name: 'link a sentence of a summary',
    async run({ api }, choice) {
      const place = await cellAt(api, choice);
      const { cellId, sentences } = await api.checking.cell(place);
      const { fragments, upstream } = await api.matrices.cell(place);
      if (cellId === null) return;
      const sentence = pick(sentences, choice[0]).text;
      const [source] = upstream;
      return source === undefined
        ? api.checking.linkSentence({ cellId, sentence, codingIds: [pick(fragments, choice[1]).id] })
        : api.checking.linkSentence({ cellId, sentence, sourceCellIds: [source.cellId] });
    },
  },
  {
    name: 'add a column',
    async run({ api }, choice) {
      const { matrix } = await column(api, choice);
      return api.matrices.addColumn({
        matrixId: matrix.id,
        codeIds: [(await codeAt(api, choice[1])).id],
        index: choice[0] % 3,
      });
    },
  },
  {
    name: 'add a column that is judged, and judge',
    async run({ api }, choice) {
      const { matrix, row } = await column(api, choice);
      const kind = pick(['rating', 'condition'] as const, choice[1]);
      const columnId = await api.matrices.addColumn({ matrixId: matrix.id, kind });
      await api.matrices.judge({
        columnId,
        rowKey: row.key,
        ...(kind === 'rating' ? { rating: '1' } : { symbol: 'met' }),
        rationale: `Because ${choice[0]}`,
      });
    },
  },
  {
    name: 'draw a matrix',
    async run({ api }, choice) {
      const { matrix, column: source } = await column(api, choice);
      return api.matrices.draw({
        name: `Drawn ${choice[1]}`,
        sourceId: matrix.id,
        columns: [{ sourceIds: [source.id], reason: `Reason ${choice[0]}` }],
      });
    },
  },
  {
    name: 'group a matrix by types, or show them in a column',
    async run({ api }, choice) {
      const { matrix } = await column(api, choice);
      const { id: attributeId, types = [] } = pick(
        matrix.attributes.filter((trait) => trait.types !== undefined),
        choice[0],
      );
      return choice[1] % 2 === 0
        ? api.matrices.setView({
            id: matrix.id,
            groupBy: attributeId,
            sort: { by: 'attribute', attributeId },
          })
        : api.matrices.addColumn({
            matrixId: matrix.id,
            kind: 'group',
            attributeId,
            caseValue: types[0] ?? '',
          });
    },
  },
  {
    name: 'move a column',
    run: async ({ api }, choice) =>
      api.matrices.moveColumn({ id: (await column(api, choice)).column.id, index: choice[0] % 4 }),
  },
  {
    name: 'remove a column',
    run: async ({ api }, choice) => api.matrices.removeColumn({ id: (await column(api, choice)).column.id }),
  },
  {
    name: 'change an attribute',
    async run({ api }, [a, b]) {
      const { attributes, participants } = await api.participants.table({});
      return api.participants.setValue({
        participantId: pick(participants, a).id,
        attributeId: pick(attributes, b).id,
        value: b % 4 === 0 ? '' : `value ${a}`,
      });
    },
  },
  {
    name: 'make a typology, or change a type',
    async run({ api }, [a, b]) {
      const all = await api.typologies.list({});
      if (all.length === 0 || a % 4 === 0)
        return api.typologies.create({ name: `Typology ${a % 7}`, types: ['Keen', `Wary ${b % 5}`] });
      const typology = pick(all, a);
      if (b % 9 === 0) return api.typologies.remove({ id: typology.id });
      const { id } = pick(typology.types, b);
      return b % 5 === 0
        ? api.typologies.removeType({ id })
        : api.typologies.changeType({ id, name: `Type ${b % 6}`, definition: `Those who ${a}` });
    },
  },
  {
    name: 'give a case its type',
    async run({ api }, [a, b]) {
      const { id: typologyId, types } = pick(await api.typologies.list({}), a);
      const { id } = pick((await api.participants.table({})).participants, b);
      if (b % 6 === 0) return api.typologies.unassign({ typologyId, participantIds: [id] });
      return api.typologies.assign({
        typologyId,
        participantIds: [id],
        typeId: a % 5 === 0 ? null : pick(types, a + b).id,
        rationale: `Because ${a}`,
      });
    },
  },
  {
    name: 'rename a participant',
    run: async ({ api }, [a, b]) =>
      api.participants.rename({
        id: pick((await api.participants.table({})).participants, a).id,
        code: `P${b}`,
      }),
  },
  {
    name: 'write a longer memo on anything, with a link',
    async run(study, choice) {
      const { api } = study;
      const [a, b] = choice;
      const { id } = await codeAt(api, a);
      const on = [
        async () => ({ kind: 'code', id }) as const,
        async () => ({ kind: 'coding', id: (await ownCoding(api, choice)).id }) as const,
        async () => ({ kind: 'type', id: pick(pick(await api.typologies.list({}), a).types, b).id }) as const,
        async () => ({ kind: 'transcript', id: (await somewhere(api, choice)).transcriptId }) as const,
        async () => {
          const place = await column(api, choice);
          return {
            kind: 'place',
            columnId: place.column.id,
            rowKey: place.row.key,
          } as const;
        },
      ];
      const link = pick(await api.memos.linkable({ query: '', limit: 50 }), b);
      return api.memos.create({
        title: `Memo ${b}`,
        target: await pick(on, a)(),
        body: [
          {
            type: 'paragraph',
            children: [{ type: 'link', kind: link.kind, uid: link.uid, name: link.name }],
          },
        ],
      });
    },
  },
  {
    name: 'write on in a memo',
    run: async ({ api }, [a, b]) =>
      api.memos.change({
        id: pick(await api.memos.list({}), a).id,
        class: b % 2 === 0 ? 'comparison' : 'method',
        body: [{ type: 'quote', children: [{ type: 'text', text: `Because ${b}` }] }],
      }),
  },
  {
    name: 'remove a memo',
    run: async ({ api }, [a]) => api.memos.remove({ id: pick(await api.memos.list({}), a).id }),
  },
  {
    name: 'import transcripts',
    async run({ api, offer }, [a, b]) {
      const interview = (code: string) =>
        `I: How is it, ${code}?\n\n${code}: It is fine 👍🏽, thank you. ${b}\n`;
      const items = ['X', 'Y'].map((letter) => ({
        file: offer(`${letter}${a}.txt`, interview(`${letter}${a}`)),
        title: `Interview ${letter}${a}`,
        participantCode: `${letter}${a}`,
      }));
      return api.transcripts.import({ items });
    },
  },
  {
    name: 'correct a transcript',
    async run({ api }, choice) {
      const { transcriptId, versionId, start, end } = await somewhere(api, choice);
      const { length } = (await api.transcripts.get({ id: transcriptId })).text;
      const from = Math.min(start + (choice[1] % 40), length);
      return api.corrections.save({
        transcriptId,
        versionId,
        changes: [
          {
            start,
            end: Math.min(start + (choice[0] % 3), from),
            text: ['', 'x', '\n\nI: Wat?\n'][choice[1] % 3] ?? '',
          },
          { start: from, end: Math.max(from, end), text: 'één' },
        ],
      });
    },
  },
  {
    name: 'remove a transcript',
    async run({ api }, [a]) {
      const transcripts = await api.transcripts.list({});
      // The study must keep enough to work on.
      if (transcripts.length > 3) await api.transcripts.remove({ id: pick(transcripts, a).id });
    },
  },
];

/** Does it; a refusal is fine, a failure is not. */
export async function doOrBeRefused(work: Work, study: TestCore, choice: Choice): Promise<void> {
  try {
    await work.run(study, choice);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
  }
}
