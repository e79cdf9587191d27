import { z } from 'zod';
import { command, mutation, query } from '../contract/method.ts';
import { coderId, type CoderId, type LayerId } from '../ids.ts';
import { teamContract } from './team-contract.ts';

export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly layerId: LayerId;
}

/** The project that is open, and who works in it. */
export interface OpenProjectInfo {
  readonly path: string;
  readonly uid: string;
  readonly title: string;
  /** Null until somebody has said who is coding on this machine. */
  readonly coderId: CoderId | null;
}

export interface StudyOverview {
  readonly title: string;
  readonly researchQuestion: string;
  readonly createdAt: string;
  readonly coders: readonly Coder[];
  readonly counts: {
    readonly participants: number;
    readonly transcripts: number;
    readonly codes: number;
    readonly codings: number;
    readonly matrices: number;
    readonly cells: number;
  };
}

export interface RecentProjectInfo {
  readonly path: string;
  readonly title: string;
  readonly openedAt: string;
  /** False when the file is no longer where it was. */
  readonly present: boolean;
}

export interface FolderListing {
  readonly folder: string;
  /** Null at the top. */
  readonly parent: string | null;
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly kind: 'folder' | 'project';
  }[];
}

const projectPath = z.string().min(1);

export const projectContract = {
  current: command(z.object({})).returns<OpenProjectInfo | null>(),
  /** Makes a project file (adding .crosscase if it lacks it), opens it, and makes its first coder if a name is given. */
  create: command(
    z.object({ path: projectPath, title: z.string(), coderName: z.string().default('') }),
  ).returns<OpenProjectInfo>(),
  open: command(z.object({ path: projectPath })).returns<OpenProjectInfo>(),
  close: command(z.object({})).returns<void>(),
  /** Builds the shipped sample study as a new project and opens it. `path` null: a free name in the documents folder. */
  createSample: command(z.object({ path: projectPath.nullable().default(null) })).returns<OpenProjectInfo>(),
  recent: command(z.object({})).returns<readonly RecentProjectInfo[]>(),
  forgetRecent: command(z.object({ path: projectPath })).returns<void>(),
  /** Folders and projects of one folder, for hosts without native dialogs. `folder` null: where projects usually are. */
  browse: command(z.object({ folder: z.string().nullable() })).returns<FolderListing>(),
  /** Rewrites the file without the room that deleted work left. Sizes in bytes. */
  compact: command(z.object({})).returns<{ readonly before: number; readonly after: number }>(),
  /** Everything that is wrong with the file: an empty list for a sound one. */
  check: command(z.object({})).returns<{ readonly problems: readonly string[] }>(),
  chooseCoder: command(z.object({ coderId })).returns<OpenProjectInfo>(),

  overview: query(z.object({})).returns<StudyOverview>(),
  coders: query(z.object({})).returns<readonly Coder[]>(),
  describe: mutation(
    'Describe the study',
    z.object({ title: z.string().optional(), researchQuestion: z.string().optional() }),
  ).returns<void>(),
  /** A coder with a layer of their own. Throws `name-taken`. */
  addCoder: mutation('Add a coder', z.object({ name: z.string() })).returns<Coder>(),
  ...teamContract,
};
