import { expect, test } from 'vitest';
import { studyTemplates } from '#shared/templates/study-templates.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy } from '#test/support/test-core.ts';

test('every template holds together: its columns, references and exclusive domains name codes that it has', () => {
  const templates = studyTemplates();
  expect(templates.map(({ id }) => id)).toHaveLength(5);
  for (const { id, codebook, matrices, guide, attributes } of templates) {
    const keys = new Set(codebook.codes.map((code) => code.id));
    const named = [
      ...matrices.flatMap(({ columns }) => columns.flatMap(({ codes }) => codes)),
      ...codebook.exclusive.flatMap(({ codes }) => codes),
      ...codebook.codes.flatMap(({ seeAlso, instead }) => [
        ...seeAlso,
        ...(instead === null ? [] : [instead]),
      ]),
    ];
    expect(
      named.filter((key) => !keys.has(key)),
      id,
    ).toEqual([]);
    expect(
      codebook.codes.filter(({ definition }) => definition.trim() === ''),
      id,
    ).toEqual([]);
    expect(guide.length * attributes.length * matrices.length, id).toBeGreaterThan(0);
  }
});

test('what is known from an abstract alone says so in every definition', () => {
  for (const { source, codebook, id } of studyTemplates()) {
    if (!source.includes('abstract')) continue;
    const silent = codebook.codes.filter(
      ({ definition }) => !definition.endsWith('Check against the source.'),
    );
    expect(
      silent.map(({ name }) => name),
      id,
    ).toEqual([]);
  }
});

test('adds codes, attributes and matrices of a template as one step of undo', async () => {
  const { api } = await startStudy();
  const { path } = (await api.project.current({}))!;
  const before = dumpProject(path);
  const preview = await api.templates.preview({ id: 'teachers-motives' });
  const choice = {
    id: preview.id,
    codes: true,
    attributes: preview.attributes.map(({ name }) => name),
    matrices: preview.matrices.map(({ name }) => name),
  };
  const added = await api.templates.apply(choice);
  expect(added).toEqual({ codes: preview.codes.length, attributes: 9, matrices: 2 });
  const [matrix] = await api.matrices.list({});
  const { columns, decisionRules } = await api.matrices.get({ id: matrix!.id });
  expect(columns).toHaveLength(16);
  expect(columns.every(({ codeIds }) => codeIds.length > 0)).toBe(true);
  expect(decisionRules).toContain('First matrix');
  const codes = await api.codebook.list({});
  const altruism = codes.find(({ name }) => name === 'Altruism')!;
  expect(codes.find(({ id }) => id === altruism.insteadId)!.name).toBe('Joy');
  expect((await api.codebook.domains({})).map(({ name }) => name)).toEqual([
    'Balance',
    'Degree of connectedness',
  ]);

  expect(await api.templates.apply(choice)).toEqual({ codes: 0, attributes: 0, matrices: 0 });
  expect(await api.templates.preview({ id: preview.id })).toMatchObject({
    presentCodes: preview.codes.length,
    presentMatrices: choice.matrices,
  });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('takes only what is ticked, and leaves an attribute of that name as it is', async () => {
  const { api } = await startStudy();
  await api.participants.addAttribute({ name: 'Age', type: 'text' });
  const added = await api.templates.apply({
    id: 'teachers-motives',
    codes: false,
    attributes: ['Age', 'School'],
    matrices: ['Reduced matrix'],
  });
  expect(added).toEqual({ codes: 0, attributes: 1, matrices: 0 });
  const { attributes } = await api.participants.table({});
  expect(attributes.map(({ name, type }) => [name, type])).toEqual([
    ['Age', 'text'],
    ['School', 'text'],
  ]);
  await expect(api.templates.preview({ id: 'none' })).rejects.toMatchObject({ code: 'not-found' });
});
