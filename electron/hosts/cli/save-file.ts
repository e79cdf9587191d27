import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ExportedFile } from '#shared/export/export-contract.ts';
import type { Core } from '#electron/core/core.ts';
import { counted } from './report.ts';

export interface SavedExport extends Readonly<Record<string, unknown>> {
  readonly path: string;
  readonly bytes: number;
  /** What the file gives away; left out when that is nothing. */
  readonly warnings?: readonly string[];
}

/** `out` is a folder, or the name of the file. Throws `project-exists` rather than write over a file. */
export async function saveFile(
  core: Core,
  { file, name, bytes }: ExportedFile,
  out: string,
  overwrite: boolean,
): Promise<SavedExport> {
  const warnings = await warningsOf(core, file);
  const isFolder = fs.statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const target = path.resolve(isFolder ? path.join(out, name) : out);
  try {
    fs.copyFileSync(core.files.resolve(file).path, target, overwrite ? 0 : fs.constants.COPYFILE_EXCL);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError('project-exists', { path: target }, { cause: error });
    }
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-written', { name: target, message }, { cause: error });
  }
  return { path: target, bytes, ...(warnings.length === 0 ? {} : { warnings }) };
}

/**
 * A shell is never asked anything, so the file is written and what it gives away is said. The list of names is opened
 * when the environment says where it is (CROSSCASE_NAMES) and what opens it (CROSSCASE_PASSPHRASE).
 */
async function warningsOf(core: Core, file: ExportedFile['file']): Promise<readonly string[]> {
  const api = core.client({ host: 'cli', trusted: true });
  const { CROSSCASE_NAMES: names = '', CROSSCASE_PASSPHRASE: passphrase = '' } = process.env;
  if (names !== '') await api.pseudonyms.openKey({ file: core.files.offer(path.resolve(names)), passphrase });
  const { identifiers, singledOut } = await api.pseudonyms.checkExport({ file });
  return [
    ...identifiers.map(
      ({ original, count }) => `Warning: “${original}” stands in it ${counted(count, 'time')}.`,
    ),
    ...(singledOut === null
      ? []
      : [
          `Warning: ${singledOut.attributes.join(', ')} together fit ${counted(singledOut.cases.length, 'case')} alone: ` +
            `${singledOut.cases.join(', ')}.`,
        ]),
  ];
}
