import { Findings } from '#shared/exchange/findings.ts';
import type { ForeignProject } from '#shared/exchange/foreign-project.ts';
import { Tally, type ImportReport } from '#shared/exchange/import-report.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { knownUids, layersOfCoders } from './exchange-sql.ts';
import { takeCases } from './take-cases.ts';
import { takeCodes } from './take-codes.ts';
import { takeCoders } from './take-coders.ts';
import { takeNotes } from './take-notes.ts';
import { takeTexts } from './take-texts.ts';
import type { SameNames, Taking } from './taking.ts';

/**
 * Takes a project of another program over, inside the mutation that calls it. Things are known by their guid; what the
 * file does not identify, by its content. So the same file a second time adds nothing.
 */
export function importProject(
  context: MutationContext,
  project: ForeignProject,
  sameNames: SameNames,
): ImportReport {
  const taking: Taking = {
    context,
    sameNames,
    known: knownUids(context.db),
    findings: new Findings(),
    tally: new Tally(),
    met: [],
    coders: new Map(),
    layers: new Map(layersOfCoders(context.db)),
    codes: new Map(),
    participants: new Map(),
    transcripts: new Map(),
    codings: new Map(),
    passages: new Map(),
  };
  takeCoders(taking, project);
  takeCodes(taking, project);
  const cases = takeCases(taking, project);
  const texts = takeTexts(taking, project, cases);
  takeNotes(taking, project);
  context.label(`Import “${project.name}”`);
  return {
    program: project.program,
    name: project.name,
    counts: taking.tally.list(),
    texts,
    sameNames: taking.met,
    restored: [],
    findings: [...project.findings, ...taking.findings.list()],
  };
}
