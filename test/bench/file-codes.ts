import { parseCodebook, type FileCode } from '#shared/codebook/codebook-json.ts';
import { must } from '#shared/assert.ts';

/** A code as a codebook file would give it, with nothing said but these. */
export function plainFileCode(
  given: Pick<FileCode, 'id' | 'kind' | 'name'> & Partial<Pick<FileCode, 'parent' | 'color'>>,
): FileCode {
  const { parent = null, ...code } = given;
  const { codes } = parseCodebook('bench', JSON.stringify({ codes: [code] }));
  return { ...must(codes[0], 'one code was given'), parent };
}
