import type { CodebookTemplate } from './codebook-contract.ts';
import { parseCodebook, type ParsedCodebook } from './codebook-json.ts';
import networksAndMotives from './templates/networks-and-motives.json' with { type: 'json' };

const files: Readonly<Record<string, unknown>> = { 'networks-and-motives': networksAndMotives };

export function listTemplates(): readonly CodebookTemplate[] {
  return Object.keys(files).map((id) => {
    const { name, source, codes } = parseTemplate(id);
    return { id, name, source, codes: codes.length };
  });
}

/** Undefined when there is no such template. */
export function findTemplate(id: string): ParsedCodebook | undefined {
  return Object.hasOwn(files, id) ? parseTemplate(id) : undefined;
}

/** By the same door as a file of somebody else, so that a template cannot hold what a file may not. */
function parseTemplate(id: string): ParsedCodebook {
  return parseCodebook(`${id}.json`, JSON.stringify(files[id]));
}
