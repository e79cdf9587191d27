import { agreementContract } from '../agreement/agreement-contract.ts';
import { autoCodingContract } from '../auto-coding/auto-coding-contract.ts';
import { checkingContract } from '../checking/checking-contract.ts';
import { codebookContract } from '../codebook/codebook-contract.ts';
import { codingContract } from '../coding/coding-contract.ts';
import { comparisonContract } from '../comparison/comparison-contract.ts';
import { constantComparisonContract } from '../constant-comparison/constant-comparison-contract.ts';
import { correctionsContract } from '../corrections/corrections-contract.ts';
import { cuesContract } from '../cues/cues-contract.ts';
import { exchangeContract } from '../exchange/exchange-contract.ts';
import { exportContract } from '../export/export-contract.ts';
import { typologiesContract } from '../typologies/typologies-contract.ts';
import { guideContract } from '../guide/guide-contract.ts';
import { historyContract } from '../history/history-contract.ts';
import { matricesContract } from '../matrices/matrices-contract.ts';
import { memosContract } from '../memos/memos-contract.ts';
import { packagesContract } from '../packages/packages-contract.ts';
import { participantsContract } from '../participants/participants-contract.ts';
import { projectContract } from '../project/project-contract.ts';
import { reportsContract } from '../reports/reports-contract.ts';
import { pseudonymsContract } from '../pseudonyms/pseudonyms-contract.ts';
import { readBackContract } from '../read-back/read-back-contract.ts';
import { retrievalContract } from '../retrieval/retrieval-contract.ts';
import { searchContract } from '../search/search-contract.ts';
import { settingsContract } from '../settings/settings-contract.ts';
import { tasksContract } from '../tasks/tasks-contract.ts';
import { templatesContract } from '../templates/templates-contract.ts';
import { transcriptsContract } from '../transcripts/transcripts-contract.ts';
import { withinCaseContract } from '../within-case/within-case-contract.ts';
import { withdrawalContract } from '../withdrawal/withdrawal-contract.ts';
import type { AnyMethod, CallInputOf, Contract, OutputOf } from './method.ts';

/** Everything that can be asked of the core, by capability. On the wire a method is called `capability.method`. */
export const api = {
  project: projectContract,
  participants: participantsContract,
  templates: templatesContract,
  transcripts: transcriptsContract,
  corrections: correctionsContract,
  guide: guideContract,
  typologies: typologiesContract,
  autoCoding: autoCodingContract,
  withdrawal: withdrawalContract,
  pseudonyms: pseudonymsContract,
  codebook: codebookContract,
  coding: codingContract,
  matrices: matricesContract,
  checking: checkingContract,
  memos: memosContract,
  export: exportContract,
  exchange: exchangeContract,
  reports: reportsContract,
  search: searchContract,
  retrieval: retrievalContract,
  cues: cuesContract,
  constantComparison: constantComparisonContract,
  agreement: agreementContract,
  comparison: comparisonContract,
  history: historyContract,
  settings: settingsContract,
  tasks: tasksContract,
  withinCase: withinCaseContract,
  packages: packagesContract,
  readBack: readBackContract,
} as const satisfies Readonly<Record<string, Contract>>;

export type Api = typeof api;

type Caller<M> = M extends AnyMethod ? (input: CallInputOf<M>) => Promise<OutputOf<M>> : never;

/** The client's side of the contract: what the renderer, the command line and the tests call. */
export type Client = {
  readonly [Capability in keyof Api]: {
    readonly [Name in keyof Api[Capability]]: Caller<Api[Capability][Name]>;
  };
};
