import { api, type Api } from '#shared/contract/api.ts';
import { agreementHandlers } from '#electron/agreement/agreement-handlers.ts';
import { autoCodingHandlers } from '#electron/auto-coding/auto-coding-handlers.ts';
import { checkingHandlers } from '#electron/checking/checking-handlers.ts';
import { codebookHandlers } from '#electron/codebook/codebook-handlers.ts';
import { codingHandlers } from '#electron/coding/coding-handlers.ts';
import { comparisonHandlers } from '#electron/comparison/comparison-handlers.ts';
import { constantComparisonHandlers } from '#electron/constant-comparison/constant-comparison-handlers.ts';
import { correctionsHandlers } from '#electron/corrections/corrections-handlers.ts';
import { cuesHandlers } from '#electron/cues/cues-handlers.ts';
import { exchangeHandlers } from '#electron/exchange/exchange-handlers.ts';
import { exportHandlers } from '#electron/export/export-handlers.ts';
import { guideHandlers } from '#electron/guide/guide-handlers.ts';
import { historyHandlers } from '#electron/history/history-handlers.ts';
import { matricesHandlers } from '#electron/matrices/matrices-handlers.ts';
import { memosHandlers } from '#electron/memos/memos-handlers.ts';
import { packagesHandlers } from '#electron/packages/packages-handlers.ts';
import { participantsHandlers } from '#electron/participants/participants-handlers.ts';
import { projectHandlers } from '#electron/project/project-handlers.ts';
import { reportsHandlers } from '#electron/reports/reports-handlers.ts';
import { pseudonymsHandlers } from '#electron/pseudonyms/pseudonyms-handlers.ts';
import { readBackHandlers } from '#electron/read-back/read-back-handlers.ts';
import { retrievalHandlers } from '#electron/retrieval/retrieval-handlers.ts';
import { searchHandlers } from '#electron/search/search-handlers.ts';
import { settingsHandlers } from '#electron/settings/settings-handlers.ts';
import { tasksHandlers } from '#electron/tasks/tasks-handlers.ts';
import { templatesHandlers } from '#electron/templates/templates-handlers.ts';
import { typologiesHandlers } from '#electron/typologies/typologies-handlers.ts';
import { transcriptsHandlers } from '#electron/transcripts/transcripts-handlers.ts';
import { withinCaseHandlers } from '#electron/within-case/within-case-handlers.ts';
import { withdrawalHandlers } from '#electron/withdrawal/withdrawal-handlers.ts';
import type { Entry, Registry } from './dispatch.ts';
import type { HandlersOf } from './handlers.ts';

const handlers: { readonly [Capability in keyof Api]: HandlersOf<Api[Capability]> } = {
  project: projectHandlers,
  participants: participantsHandlers,
  templates: templatesHandlers,
  transcripts: transcriptsHandlers,
  corrections: correctionsHandlers,
  guide: guideHandlers,
  typologies: typologiesHandlers,
  autoCoding: autoCodingHandlers,
  withdrawal: withdrawalHandlers,
  pseudonyms: pseudonymsHandlers,
  codebook: codebookHandlers,
  coding: codingHandlers,
  export: exportHandlers,
  exchange: exchangeHandlers,
  reports: reportsHandlers,
  history: historyHandlers,
  matrices: matricesHandlers,
  checking: checkingHandlers,
  memos: memosHandlers,
  search: searchHandlers,
  retrieval: retrievalHandlers,
  cues: cuesHandlers,
  constantComparison: constantComparisonHandlers,
  agreement: agreementHandlers,
  comparison: comparisonHandlers,
  settings: settingsHandlers,
  tasks: tasksHandlers,
  withinCase: withinCaseHandlers,
  packages: packagesHandlers,
  readBack: readBackHandlers,
};

/** Every method of the contract with its handler, by the name it has on the wire. */
export const registry: Registry = new Map<string, Entry>(
  Object.entries(api).flatMap(([capability, contract]) =>
    Object.entries(contract).map(([name, method]): [string, Entry] => {
      // `handlers` has the shape of `api`, which is what its type says and what Object.entries forgets.
      const ofCapability = handlers[capability as keyof Api] as Readonly<Record<string, unknown>>;
      return [`${capability}.${name}`, { method, handler: ofCapability[name] }];
    }),
  ),
);
