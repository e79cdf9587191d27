import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy, type TestCore } from '#test/support/test-core.ts';
import { guid, projectXml, qdpxFile, selectionXml } from './foreign-files.ts';

const TEXT =
  'I: How do you keep up?\nT01: We 😀 share the work. It is a patiënt effort.\nI: And then?\nT01: Nobody leads it.';

/** Positions as the standard counts them: code points. */
function at(words: string): { readonly start: number; readonly end: number; readonly name: string } {
  const index = TEXT.indexOf(words);
  const start = Array.from(TEXT.slice(0, index)).length;
  return { start, end: start + Array.from(words).length, name: words };
}

const PROJECT = projectXml(`
<Users><User guid="${guid(1)}" name="Ada"/><User guid="{${guid(2).toUpperCase()}}" name="Bram"/></Users>
<CodeBook><Codes>
  <Code guid="${guid(10)}" name="Motives" isCodable="false" color="#F00"><Description>Why they take part</Description>
    <Code guid="${guid(11)}" name="Sharing" isCodable="true" color="#00FF7F"/>
    <Code guid="${guid(12)}" name="Trust" isCodable="true"><NoteRef targetGUID="${guid(60)}"/></Code>
  </Code>
</Codes></CodeBook>
<Variables>
  <Variable guid="${guid(20)}" name="age" typeOfVariable="Integer"/>
  <Variable guid="${guid(21)}" name="active" typeOfVariable="Boolean"/>
  <Variable guid="${guid(22)}" name="met" typeOfVariable="Date"><Description>First meeting</Description></Variable>
</Variables>
<Cases><Case guid="${guid(30)}" name="T01">
  <VariableValue><VariableRef targetGUID="${guid(20)}"/><IntegerValue>41</IntegerValue></VariableValue>
  <VariableValue><VariableRef targetGUID="${guid(21)}"/><BooleanValue>true</BooleanValue></VariableValue>
  <SourceRef targetGUID="${guid(40)}"/>
</Case></Cases>
<Sources>
  <TextSource guid="${guid(40)}" name="T01" plainTextPath="internal://${guid(40)}.txt">
    ${selectionXml({ number: 50, ...at('share the work'), codes: [11, 12] })}
    ${selectionXml({ number: 51, ...at('patiënt effort'), codes: [12], user: 2, inside: '<Description>Look at this</Description>' })}
    ${selectionXml({ number: 52, ...at('Nobody leads it'), codes: [], inside: '<Description>No leader</Description>' })}
  </TextSource>
  <TextSource guid="${guid(41)}" name="Inline"><PlainTextContent>Short text of its own</PlainTextContent>
    <VariableValue><VariableRef targetGUID="${guid(22)}"/><DateValue>2024-01-02</DateValue></VariableValue>
  </TextSource>
  <PDFSource guid="${guid(42)}" name="Leaflet"><PDFSelection guid="${guid(55)}" page="1" firstX="1" firstY="1" secondX="9" secondY="9"/></PDFSource>
  <AudioSource guid="${guid(43)}" name="Tape"/>
</Sources>
<Notes>
  <Note guid="${guid(60)}" name="On trust" creatingUser="${guid(2)}"><PlainTextContent>First line\nsecond line\n\nNext paragraph</PlainTextContent></Note>
  <Note guid="${guid(61)}" name="Diary"><PlainTextContent>Of the project</PlainTextContent></Note>
</Notes>
<Links><Link guid="${guid(70)}" originGUID="${guid(11)}" targetGUID="${guid(12)}"/></Links>
<Sets><Set guid="${guid(80)}" name="Core"><MemberCode targetGUID="${guid(11)}"/><MemberSource targetGUID="${guid(40)}"/></Set></Sets>
<Graphs><Graph guid="${guid(90)}" name="Map"/></Graphs>`);

const FILE = qdpxFile(PROJECT, { [`sources/${guid(40)}.txt`]: TEXT });

async function importInto(study: TestCore) {
  return study.api.exchange.import({ file: study.offer('other.qdpx', FILE) });
}

test('a project of another program comes in with its people, codes, cases, texts and codings', async () => {
  const study = await startStudy();
  const report = await importInto(study);
  const { api } = study;

  expect(report.counts.map(({ kind, inFile, added }) => [kind, inFile, added])).toEqual([
    ['coders', 2, 2],
    ['codes', 3, 3],
    ['attributes', 3, 3],
    ['participants', 2, 2],
    ['transcripts', 2, 2],
    ['codings', 3, 3],
    ['memos', 6, 6],
  ]);
  const codes = await api.codebook.list({});
  expect(codes.map(({ name, kind, color, definition }) => [name, kind, color, definition])).toEqual([
    ['Motives', 'group', '#ff0000', 'Why they take part'],
    ['Sharing', 'code', '#00ff7f', ''],
    ['Trust', 'code', expect.stringMatching(/^#/), ''],
  ]);
  expect(codes[1]!.seeAlso).toEqual([codes[2]!.id]);

  const transcripts = await api.transcripts.list({});
  const transcript = await api.transcripts.get({ id: transcripts[0]!.id });
  expect(transcript.text).toBe(TEXT);
  const codings = await api.coding.ofTranscript({ transcriptId: transcript.id });
  expect(codings.map(({ start, end }) => transcript.text.slice(start, end))).toEqual([
    'share the work',
    'share the work',
    'patiënt effort',
  ]);

  const { participants, attributes } = await api.participants.table({});
  const value = (code: string, name: string) =>
    participants.find((row) => row.code === code)!.values[attributes.find((one) => one.name === name)!.id];
  expect([value('T01', 'age'), value('T01', 'active'), value('Inline', 'met')]).toEqual([
    '41',
    'yes',
    '2024-01-02',
  ]);
});

test('the report tells how positions were counted, and everything that was not taken over as it stands', async () => {
  const study = await startStudy();
  const { texts, findings } = await importInto(study);
  expect(texts[0]).toMatchObject({
    title: 'T01',
    byPosition: 3,
    nowhere: 0,
    decision: { certainty: 'certain', quoted: 3, matched: 3, convention: { unit: 'code points' } },
  });
  expect(findings.map(({ fate, what, examples }) => `${fate}: ${what} ${examples.join(', ')}`)).toEqual([
    'left out: Regions of PDF pages: Crosscase codes text only. Leaflet: 0 codings',
    'left out: PDFs without their text. Leaflet',
    'left out: Recordings; their transcripts, if any, were taken over. Tape',
    'left out: Graphs: Crosscase draws none. Map',
    'kept otherwise: Texts with variables but without a case got a participant. Inline',
    'kept otherwise: Sets became memos that link to their members. Core',
  ]);
});

test('the same file twice changes nothing, and one undo takes the whole of it back', async () => {
  const study = await startStudy();
  const before = dumpProject(`${study.folder}/study.crosscase`);
  await importInto(study);
  const once = dumpProject(`${study.folder}/study.crosscase`);
  const again = await importInto(study);
  expect(again.counts.map(({ kind, added, leftOut }) => [kind, added, leftOut])).toEqual(
    again.counts.map(({ kind }) => [kind, 0, 0]),
  );
  expect(dumpProject(`${study.folder}/study.crosscase`)).toEqual(once);
  await study.api.history.undo({});
  expect(dumpProject(`${study.folder}/study.crosscase`)).toEqual(before);
});

test('what the preview says is what the import does, and the preview changes nothing', async () => {
  const study = await startStudy();
  const before = dumpProject(`${study.folder}/study.crosscase`);
  const preview = await study.api.exchange.preview({ file: study.offer('other.qdpx', FILE) });
  expect(dumpProject(`${study.folder}/study.crosscase`)).toEqual(before);
  expect(await importInto(study)).toEqual(preview);
});

test('a code that has its name here is joined, or kept apart, as the person says', async () => {
  const joined = await startStudy();
  await joined.api.codebook.create({ parentId: null, name: 'motives' });
  const report = await importInto(joined);
  expect(report.sameNames).toEqual([{ kind: 'codes', name: 'Motives' }]);
  expect((await joined.api.codebook.list({})).map(({ name }) => name)).toEqual([
    'motives',
    'Sharing',
    'Trust',
  ]);

  const apart = await startStudy();
  await apart.api.codebook.create({ parentId: null, name: 'motives' });
  await apart.api.exchange.import({ file: apart.offer('other.qdpx', FILE), sameNames: 'keep apart' });
  expect((await apart.api.codebook.list({})).map(({ name }) => name)).toEqual([
    'motives',
    'Motives (2)',
    'Sharing',
    'Trust',
  ]);
});

test('as a project of its own', async () => {
  const study = await startStudy();
  const { project, report } = await study.api.exchange.importAsNew({
    file: study.offer('other.qdpx', FILE),
    coderName: 'Ada',
  });
  expect(project.title).toBe('Study of others');
  expect(report.counts.find(({ kind }) => kind === 'coders')).toMatchObject({ added: 1, joined: 1 });
  expect((await study.api.transcripts.list({})).map(({ title }) => title)).toEqual(['T01', 'Inline']);
});
