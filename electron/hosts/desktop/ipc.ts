import fs from 'node:fs/promises';
import path from 'node:path';
import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { CallResult } from '#shared/contract/host.ts';
import { fileRef } from '#shared/ids.ts';
import type { Core } from '#electron/core/core.ts';
import { CHANNELS } from './channels.ts';
import { saveCopy, saveFilters } from './file-saving.ts';
import { isOurPage } from './sender-check.ts';

export interface IpcParts {
  readonly core: Core;
  /** Null while no window is open. */
  readonly window: () => BrowserWindow | null;
  /** Where dialogs begin. */
  readonly documents: string;
}

const LARGEST_CONTENT = 60 * 1024 * 1024;
const callArguments = z.tuple([z.string(), z.unknown()]);
const pathArguments = z.tuple([z.string().refine((file) => path.isAbsolute(file))]);
const contentArguments = z.tuple([z.string(), z.instanceof(ArrayBuffer)]);
const saveArguments = z.tuple([fileRef, z.string()]);
const chooseArguments = z.tuple([z.enum(['open', 'create']), z.string()]);

/** Answers the page. Who asks is established here for every channel; what is asked is judged by the core's door. */
export function answerPage(parts: IpcParts): void {
  const { core } = parts;
  const fromOurPage = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
    isOurPage(senderFrame, parts.window()?.webContents.mainFrame);

  const answer = <Arguments extends unknown[]>(
    channel: string,
    schema: z.ZodType<Arguments>,
    work: (window: BrowserWindow, ...values: Arguments) => Promise<unknown>,
  ): void =>
    ipcMain.handle(channel, async (event, ...values: unknown[]): Promise<CallResult> => {
      const window = parts.window();
      if (window === null || !fromOurPage(event)) return refused(notOurPage());
      const parsed = schema.safeParse(values);
      if (!parsed.success) return refused(new AppError('bad-input', { problems: [`Not for ${channel}.`] }));
      try {
        return { ok: true, value: await work(window, ...parsed.data) };
      } catch (error) {
        return refused(error);
      }
    });

  ipcMain.handle(CHANNELS.call, (event, ...values: unknown[]): Promise<CallResult> | CallResult => {
    const parsed = callArguments.safeParse(values);
    if (!parsed.success) return refused(new AppError('bad-input', { problems: ['That was not a call.'] }));
    const caller = { host: 'desktop', trusted: fromOurPage(event) } as const;
    return core.call(caller, ...parsed.data);
  });
  answer(CHANNELS.offerPath, pathArguments, async (_window, file) => core.files.offer(file));
  answer(CHANNELS.offerContent, contentArguments, async (_window, name, content) => {
    if (content.byteLength > LARGEST_CONTENT) throw tooLarge(name, content.byteLength);
    const { ref, path: place } = core.files.reserve(name);
    await fs.writeFile(place, new Uint8Array(content));
    return ref;
  });
  answer(CHANNELS.saveFile, saveArguments, async (window, ref, suggestedName) => {
    const { path: source } = core.files.resolve(ref);
    const name = path.basename(suggestedName);
    const { filePath, canceled } = await dialog.showSaveDialog(window, {
      defaultPath: path.join(parts.documents, name),
      filters: saveFilters(name),
    });
    if (canceled || filePath === '') return null;
    await saveCopy(source, filePath);
    return filePath;
  });
  answer(CHANNELS.chooseProjectPath, chooseArguments, (window, mode, suggestedName) =>
    mode === 'open'
      ? chooseFile(window, parts.documents)
      : chooseNewFile(window, parts.documents, suggestedName),
  );
}

const PROJECT_FILTERS = [{ name: 'Crosscase', extensions: ['crosscase'] }];

async function chooseFile(window: BrowserWindow, folder: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folder,
    filters: PROJECT_FILTERS,
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}

async function chooseNewFile(window: BrowserWindow, folder: string, name: string): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(folder, path.basename(name)),
    filters: PROJECT_FILTERS,
  });
  return canceled || filePath === '' ? null : filePath;
}

function notOurPage(): AppError {
  return new AppError('not-allowed', { reason: 'This window was not opened by Crosscase.' });
}

function tooLarge(name: string, bytes: number): AppError {
  const megabytes = (size: number): number => Math.ceil(size / 1024 / 1024);
  return new AppError('file-too-large', {
    name,
    megabytes: megabytes(bytes),
    limit: megabytes(LARGEST_CONTENT),
  });
}

function refused(error: unknown): CallResult {
  if (error instanceof AppError) return { ok: false, error: error.toWire() };
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: 'internal', detail: { message } } };
}
