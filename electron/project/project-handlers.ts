import fs from 'node:fs';
import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { projectContract } from '#shared/project/project-contract.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import { integrityProblems } from '#electron/database/project-file.ts';
import { createSample } from '#electron/sample-study/create-sample.ts';
import { addCoder } from './coders.ts';
import { listFolder } from './folder-listing.ts';
import { createProject, currentInfo, openProject, sitDown } from './open-project.ts';
import { assignCoders, readTeam } from './team.ts';
import { updateBlind } from './team-sql.ts';
import { countEverything, findProject, listCoders, updateProject } from './project-sql.ts';

export const projectHandlers: HandlersOf<typeof projectContract> = {
  current: (services) => (services.session.file === null ? null : currentInfo(services)),

  create: (services, input) => createProject(services, input),

  open: (services, { path }) => openProject(services, path),

  async close({ session, tasks, emit }) {
    await tasks.cancelAll();
    session.end();
    emit({ type: 'session' });
  },

  createSample: (services, { path }) => createSample(services, path),

  recent: ({ localState }) =>
    localState.data.recent.map((project) => ({ ...project, present: fs.existsSync(project.path) })),

  forgetRecent: ({ localState }, { path }) => localState.forget(path),

  browse({ deps }, { folder }) {
    if (folder !== null) return listFolder(folder);
    fs.mkdirSync(deps.paths.documents, { recursive: true });
    return listFolder(deps.paths.documents);
  },

  compact({ session }) {
    const { file } = session.requireProject();
    file.connection.pragma('wal_checkpoint(TRUNCATE)');
    const before = fs.statSync(file.path).size;
    file.connection.exec('VACUUM');
    file.connection.pragma('wal_checkpoint(TRUNCATE)');
    return { before, after: fs.statSync(file.path).size };
  },

  check({ session }) {
    const { file } = session.requireProject();
    const problems = integrityProblems(file.connection);
    if (problems.length > 0) file.doubt();
    return { problems };
  },

  chooseCoder(services, { coderId }) {
    const coder = listCoders(services.session.requireProject().readable).find(({ id }) => id === coderId);
    if (coder === undefined) throw new AppError('not-found', { what: 'coder' });
    sitDown(services, { coderId: coder.id, coderName: coder.name });
    services.emit({ type: 'session' });
    return currentInfo(services);
  },

  overview({ db }) {
    const project = must(findProject(db), 'an open project has a row that describes it');
    return {
      title: project.title,
      researchQuestion: project.research_question,
      createdAt: project.created_at,
      coders: listCoders(db),
      counts: countEverything(db),
    };
  },

  coders: ({ db }) => listCoders(db),

  describe({ db, label }, { title, researchQuestion }) {
    const project = must(findProject(db), 'an open project has a row that describes it');
    const newTitle = title?.trim() ?? project.title;
    if (newTitle === '') throw new AppError('name-empty', { what: 'study' });
    if (newTitle !== project.title) label(`Rename the study to “${newTitle}”`);
    updateProject(db, newTitle, researchQuestion ?? project.research_question);
  },

  team: ({ db, coderId }) => readTeam(db, coderId),

  setBlind({ db, label }, { blind }) {
    label(blind ? 'Code blind' : 'End coding blind');
    updateBlind(db, blind);
  },

  assign: (context, given) => assignCoders(context, given),

  addCoder(context, { name }) {
    const coder = addCoder(context, name);
    context.label(`Add coder ${coder.name}`);
    return coder;
  },
};
