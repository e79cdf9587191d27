import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { draftField, type DraftField } from '#shared/codebook/code-depth-contract.ts';
import { codeId, type CodeId } from '#shared/ids.ts';
import { foldedName } from '#shared/codebook/code-tree.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { changeCode } from './change-code.ts';
import { cuesOf, findCode, listChildren, type CodeRow } from './codebook-sql.ts';

const draft = z.object({ id: codeId, field: draftField, text: z.string() });
export type CodeDraft = z.infer<typeof draft>;

/**
 * What is being typed about codes, kept beside the project while the field still has the focus. So one edit of a field is
 * one step of undo, written when the field is left, and yet a crash loses no more than the last second of typing.
 */
export class CodeDrafts {
  readonly #file: string;

  constructor(configFolder: string, projectUid: string) {
    this.#file = path.join(configFolder, 'drafts', `${projectUid}.json`);
  }

  /** None when the file is not there, or was damaged: drafts are a second net, and never a reason to stop. */
  read(): readonly CodeDraft[] {
    if (!fs.existsSync(this.#file)) return [];
    try {
      return z.array(draft).parse(JSON.parse(fs.readFileSync(this.#file, 'utf8')));
    } catch {
      fs.renameSync(this.#file, `${this.#file}.damaged`);
      return [];
    }
  }

  /** Null: the field was left, and what was typed is stored or given up. */
  keep(id: CodeId, field: DraftField, text: string | null): void {
    const others = this.read().filter((other) => other.id !== id || other.field !== field);
    this.#write(text === null ? others : [...others, { id, field, text }]);
  }

  clear(): void {
    fs.rmSync(this.#file, { force: true });
  }

  #write(drafts: readonly CodeDraft[]): void {
    if (drafts.length === 0) {
      this.clear();
      return;
    }
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    // Written beside and renamed over, so that a crash leaves the old drafts or the new ones.
    const beside = `${this.#file}.${process.pid}.tmp`;
    fs.writeFileSync(beside, JSON.stringify(drafts));
    fs.renameSync(beside, this.#file);
  }
}

/** Stores drafts that a crash left behind, as one change; a draft of a code that is gone goes too. */
export function applyDrafts(context: MutationContext, drafts: readonly CodeDraft[]): readonly string[] {
  const restored = new Set<string>();
  for (const [id, own] of Map.groupBy(drafts, (one) => one.id)) {
    const code = findCode(context.db, id);
    if (code === undefined) continue;
    const texts = Object.fromEntries(own.map(({ field, text }) => [field, text]));
    changeCode(context, changeOf(context, code, texts));
    restored.add(code.name);
  }
  const names = [...restored];
  context.label(`Restore what was being typed about ${names.map((name) => `“${name}”`).join(', ')}`);
  return names;
}

function changeOf(
  { db }: MutationContext,
  code: CodeRow,
  { cue, poleLow, poleHigh, name, ...texts }: { readonly [Field in DraftField]?: string },
): Parameters<typeof changeCode>[1] {
  const [low, high] = [(poleLow ?? code.poleLow ?? '').trim(), (poleHigh ?? code.poleHigh ?? '').trim()];
  const phrases = cuesOf(db, code.id).map(({ phrase }) => phrase);
  return {
    id: code.id,
    ...texts,
    ...(name === undefined || !isFree(db, code, name) ? {} : { name }),
    // Half a pair of poles is not kept anywhere but in its field.
    ...(low !== '' && high !== '' ? { poles: [low, high] as [string, string] } : {}),
    ...(cue === undefined ? {} : { cues: [...phrases, ...cue.split(',')] }),
  };
}

/** A name that could not be stored while it was typed cannot be restored either. */
function isFree(db: ReadableDb, { id, parentId }: CodeRow, name: string): boolean {
  const others = listChildren(db, parentId).filter((other) => other.id !== id);
  return name.trim() !== '' && !others.some((other) => foldedName(other.name) === foldedName(name));
}
