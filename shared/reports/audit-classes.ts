/**
 * The six classes of an audit trail after Halpern (1983), as Lincoln and Guba took them over: what a reviewer looks for.
 * A change belongs to the class of what it changes.
 */
export const auditClasses = [
  'Raw data',
  'Data reduction and analysis',
  'Reconstruction and synthesis',
  'Process notes',
  'Intentions and dispositions',
  'Instruments',
] as const;
export type AuditClass = (typeof auditClasses)[number];

const BY_CAPABILITY: Readonly<Record<string, AuditClass>> = {
  transcripts: 'Raw data',
  participants: 'Raw data',
  corrections: 'Raw data',
  exchange: 'Raw data',
  packages: 'Raw data',
  coding: 'Data reduction and analysis',
  cues: 'Data reduction and analysis',
  search: 'Data reduction and analysis',
  matrices: 'Data reduction and analysis',
  withinCase: 'Data reduction and analysis',
  codebook: 'Reconstruction and synthesis',
  constantComparison: 'Reconstruction and synthesis',
  checking: 'Process notes',
  comparison: 'Process notes',
  retrieval: 'Process notes',
  memos: 'Intentions and dispositions',
  project: 'Intentions and dispositions',
  templates: 'Instruments',
};

/** `capability.method` of the change; what is not known by name is a process note. */
export function auditClassOf(method: string): AuditClass {
  return BY_CAPABILITY[method.slice(0, method.indexOf('.'))] ?? 'Process notes';
}
