import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { defaultPreferences, preferences } from '#shared/settings/settings-contract.ts';
import { codeId, type CodeId } from '#shared/ids.ts';
import { matrixReading, type MatrixReading } from '#shared/matrices/matrix-reading.ts';
import type { SoundFile, SoundFiles } from '#electron/database/sound-files.ts';

const recentProject = z.object({ path: z.string(), title: z.string(), openedAt: z.string() });

/** A position counts only in the version in which it was noted, which is known by its uid. */
const readingPlace = z.object({ version: z.string(), position: z.int().min(0) });

/** Never more than the name of the file, which the person chose where to put. */
const exportLine = z.object({ at: z.string(), name: z.string(), method: z.string() });

const stateSchema = z.object({
  recent: z.array(recentProject).catch([]),
  /** Who codes on this machine, by the uid of the project: the name of the coder's row is its uid. */
  coders: z.record(z.string(), z.string()).catch({}),
  /** Where somebody was reading, by the uid of the project and of the transcript. */
  reading: z.record(z.string(), z.record(z.string(), readingPlace)).catch({}),
  /** The codes of the digits 1 to 9, by the uid of the project. */
  pins: z.record(z.string(), z.array(codeId.nullable())).catch({}),
  /** How somebody reads across a matrix, by the uid of the project, and those of the coder and the matrix. */
  matrixReadings: z.record(z.string(), z.record(z.string(), matrixReading)).catch({}),
  /** What was exported here, by the uid of the project: so that a withdrawal can say where a person still is. */
  exports: z.record(z.string(), z.array(exportLine)).catch({}),
  preferences: preferences.catch(defaultPreferences),
  /** By path: projects that need not be read through when they are opened again. */
  soundFiles: z.record(z.string(), z.object({ stamp: z.string(), checkedAt: z.number() })).catch({}),
});

export type LocalStateData = z.infer<typeof stateSchema>;
export type ReadingPlace = z.infer<typeof readingPlace>;
export type ExportLine = z.infer<typeof exportLine>;
export type RecentProject = z.infer<typeof recentProject>;

const MOST_RECENT = 12;
const MOST_EXPORTS = 500;

/** What this machine remembers, in one JSON file. A damaged file is set aside, never a reason not to start. */
export class LocalState implements SoundFiles {
  readonly #file: string;
  #data: LocalStateData;

  constructor(folder: string) {
    this.#file = path.join(folder, 'crosscase.json');
    this.#data = stateSchema.parse(readJson(this.#file));
  }

  get data(): LocalStateData {
    return this.#data;
  }

  update(change: (data: LocalStateData) => LocalStateData): void {
    this.#data = change(this.#data);
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    // Written beside and renamed over, so that a crash leaves the old file or the new one.
    const draft = `${this.#file}.${process.pid}.tmp`;
    fs.writeFileSync(draft, JSON.stringify(this.#data, null, 2));
    fs.renameSync(draft, this.#file);
  }

  remember(project: RecentProject): void {
    this.update((data) => ({
      ...data,
      recent: [project, ...data.recent.filter((other) => other.path !== project.path)].slice(0, MOST_RECENT),
    }));
  }

  recall(file: string): SoundFile | undefined {
    return this.#data.soundFiles[file];
  }

  keep(file: string, sound: SoundFile): void {
    this.update((data) => {
      const { [file]: _, ...others } = data.soundFiles;
      const newest = Object.entries(others).slice(-(MOST_RECENT - 1));
      return { ...data, soundFiles: { ...Object.fromEntries(newest), [file]: sound } };
    });
  }

  drop(file: string): void {
    if (this.#data.soundFiles[file] === undefined) return;
    this.update((data) => {
      const { [file]: _, ...others } = data.soundFiles;
      return { ...data, soundFiles: others };
    });
  }

  rememberPlace(project: string, transcript: string, place: ReadingPlace): void {
    this.update((data) => ({
      ...data,
      reading: { ...data.reading, [project]: { ...data.reading[project], [transcript]: place } },
    }));
  }

  rememberPins(project: string, pins: readonly (CodeId | null)[]): void {
    this.update((data) => ({ ...data, pins: { ...data.pins, [project]: [...pins] } }));
  }

  rememberReading(project: string, reader: string, reading: MatrixReading): void {
    this.update((data) => ({
      ...data,
      matrixReadings: {
        ...data.matrixReadings,
        [project]: { ...data.matrixReadings[project], [reader]: reading },
      },
    }));
  }

  logExport(project: string, line: ExportLine): void {
    this.update((data) => ({
      ...data,
      exports: { ...data.exports, [project]: [...(data.exports[project] ?? []), line].slice(-MOST_EXPORTS) },
    }));
  }

  forget(projectPath: string): void {
    this.update((data) => ({ ...data, recent: data.recent.filter((other) => other.path !== projectPath) }));
  }
}

function readJson(file: string): unknown {
  if (!fs.existsSync(file)) return {};
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    fs.renameSync(file, `${file}.damaged`);
    return {};
  }
}
