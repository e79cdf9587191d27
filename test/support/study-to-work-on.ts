import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY, startStudy, type TestCore } from './test-core.ts';

/** Three interviews, a codebook, an attribute and a matrix: something to work on. */
export async function studyToWorkOn(): Promise<TestCore> {
  const study = await startStudy();
  const { api, offer } = study;
  const data = path.join(REPOSITORY, 'electron/sample-study/data');
  const table = offer('participants.csv', fs.readFileSync(path.join(data, 'participants.csv')));
  const { keyColumn, columns } = await api.participants.previewCsv({ file: table });
  await api.participants.importCsv({ file: table, keyColumn, columns: [...columns] });
  const items = ['T01', 'T05', 'T14'].map((code) => ({
    file: offer(`${code}.txt`, fs.readFileSync(path.join(data, 'transcripts', `${code}.txt`))),
    title: code,
    participantCode: code,
  }));
  await api.transcripts.import({ items });
  await api.codebook.importTemplate({ template: (await api.codebook.templates({}))[0]!.id });
  const codes = await api.codebook.list({});
  const columnsOfMatrix = codes.slice(0, 5).map(({ id, name }) => ({ title: name, codeIds: [id] }));
  await api.matrices.create({ name: 'Matrix', columns: columnsOfMatrix });
  // Somebody to be compared with.
  const [anna] = await api.project.coders({});
  const ben = await api.project.addCoder({ name: 'Ben' });
  await api.project.chooseCoder({ coderId: ben.id });
  for (const { id, versionId } of await api.transcripts.list({})) {
    const [turn] = (await api.transcripts.get({ id })).turns.slice(1);
    await api.coding.apply({ versionId, start: turn!.start, end: turn!.end, codeIds: [codes[3]!.id] });
    await api.coding.markFinished({ transcriptId: id });
  }
  await api.project.chooseCoder({ coderId: anna!.id });
  return study;
}
