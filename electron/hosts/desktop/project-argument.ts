import path from 'node:path';

const EXTENSION = '.crosscase';

/** The file that was double-clicked or named on the command line, if any. The last one wins. */
export function projectArgument(argv: readonly string[], workingFolder: string): string | null {
  const named = argv.findLast((argument) => argument.endsWith(EXTENSION) && !argument.startsWith('-'));
  return named === undefined ? null : path.resolve(workingFolder, named);
}
