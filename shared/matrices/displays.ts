import type { Code } from '../codebook/codebook-contract.ts';
import type { TraitId, CodeId } from '../ids.ts';
import type { Trait } from './traits.ts';
import type { ShownKind } from './cell-kinds.ts';
import { clustersOf } from './code-clusters.ts';
import type { NewColumnInput, NewMatrixInput } from './matrices-contract.ts';

type CodeLike = Pick<Code, 'id' | 'parentId' | 'name' | 'kind'>;

/** What a display is made of, as far as the person has chosen it. */
export interface DisplayChoice {
  readonly codeIds: readonly CodeId[];
  readonly attributeId: TraitId | null;
  readonly otherId: TraitId | null;
}

/** What of the study a display is set up from. */
export interface DisplayStudy {
  readonly codes: readonly CodeLike[];
  readonly attributes: readonly Trait[];
  /** The values of an attribute in their order, '' last for cases without one. */
  readonly valuesOf: (attributeId: TraitId) => readonly string[];
}

export type DisplaySetUp = Omit<NewMatrixInput, 'name' | 'display' | 'layerId'>;

/** What a display asks for. Left out: it does without. */
interface Asks {
  readonly codes?: 'columns' | 'rows' | 'clusters';
  readonly attribute?: { readonly label: string; readonly isOptional?: boolean };
  readonly other?: { readonly label: string };
  /** Its rows are cases, and may as well be something else. */
  readonly rows?: true;
}

export interface Display {
  readonly id: string;
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly asks: Asks;
  setUp(choice: DisplayChoice, study: DisplayStudy): DisplaySetUp;
}

const SUMMARY: readonly ShownKind[] = ['summary', 'count'];
const JUDGED: readonly ShownKind[] = ['summary', 'count', 'rating', 'symbol'];

const columnEach = (codeIds: readonly CodeId[]): NewColumnInput[] =>
  codeIds.map((codeId) => ({ codeIds: [codeId] }));

const groupColumns = (attributeId: TraitId | null, study: DisplayStudy): NewColumnInput[] =>
  attributeId === null
    ? []
    : study.valuesOf(attributeId).map((caseValue) => ({ kind: 'group', attributeId, caseValue }));

/**
 * The ready displays. Each is only a way of setting up the one engine: rows, columns, what cells show, in what order.
 * After Miles, Huberman and Saldaña; the framework chart after Ritchie and Spencer.
 */
export const displays: readonly Display[] = [
  {
    id: 'content-cases',
    name: 'Content-analytic summary matrix, by case',
    purpose:
      'Every case against every theme, each cell a summary with the fragments behind it: the first matrix of a study.',
    asks: { codes: 'columns', rows: true },
    setUp: ({ codeIds }) => ({ columns: columnEach(codeIds), shows: [...SUMMARY] }),
  },
  {
    id: 'content-pooled',
    name: 'Content-analytic summary matrix, cases pooled',
    purpose:
      'One row for each category of content with all that anybody said about it; whose words they are comes second.',
    asks: { codes: 'rows', attribute: { label: 'One more column for each', isOptional: true } },
    setUp: ({ codeIds, attributeId }, study) => ({
      rowKind: 'codes',
      rowCodeIds: [...codeIds],
      columns: [{ title: 'All cases' }, ...groupColumns(attributeId, study)],
      shows: ['summary', 'quotations', 'count'],
    }),
  },
  {
    id: 'clustered',
    name: 'Conceptually clustered matrix',
    purpose:
      'Themes that belong together share a column, so that a case is read along a few concepts instead of many codes.',
    asks: { codes: 'clusters', rows: true },
    setUp: ({ codeIds }, { codes }) => ({
      columns: clustersOf(codes, codeIds).map(({ title, codeIds: together }) => ({
        title,
        codeIds: [...together],
      })),
      shows: [...SUMMARY],
    }),
  },
  {
    id: 'meta-matrix',
    name: 'Partially ordered meta-matrix',
    purpose:
      'All cases stacked in one format, grouped by what they have in common: the first deep dive across cases.',
    asks: { codes: 'columns', attribute: { label: 'Group the cases by' } },
    setUp: ({ codeIds, attributeId }) => ({
      columns: [{ kind: 'attribute', attributeId }, ...columnEach(codeIds)],
      groupBy: attributeId,
      shows: [...SUMMARY],
    }),
  },
  {
    id: 'case-ordered',
    name: 'Case-ordered matrix',
    purpose:
      'Cases in the order of one main variable, rated from −2 to +2: see what rises and falls along with it.',
    asks: { codes: 'columns' },
    setUp: ({ codeIds }, { codes }) => {
      const [main] = codeIds;
      const name = codes.find(({ id }) => id === main)?.name ?? '';
      return {
        columns: [
          { kind: 'rating', title: `${name}: how strong?`, codeIds: main === undefined ? [] : [main] },
          ...columnEach(codeIds),
        ],
        sort: { by: 'column', index: 0 },
        descending: true,
        decisionRules: 'The first column orders the cases. Say there what counts as +2 and as −2.',
        shows: [...JUDGED],
      };
    },
  },
  {
    id: 'role-ordered',
    name: 'Role-ordered matrix',
    purpose: 'One row for each role, to see how people in different positions look at the same issues.',
    asks: { codes: 'columns', attribute: { label: 'Roles', isOptional: true } },
    setUp: ({ codeIds, attributeId }) => ({
      ...(attributeId === null
        ? { rowKind: 'roles' as const }
        : { rowKind: 'groups' as const, rowAttributeId: attributeId }),
      columns: columnEach(codeIds),
      shows: [...SUMMARY],
    }),
  },
  {
    id: 'contrast',
    name: 'Contrast table',
    purpose: 'Groups of cases side by side on the same themes: where do they differ, and how much?',
    asks: { codes: 'rows', attribute: { label: 'Groups' } },
    setUp: ({ codeIds, attributeId }, study) => ({
      rowKind: 'codes',
      rowCodeIds: [...codeIds],
      columns: groupColumns(attributeId, study),
      shows: [...SUMMARY],
    }),
  },
  {
    id: 'convergence',
    name: 'Convergence and divergence table',
    purpose:
      'Groups against themes, with a verdict for each theme: do the groups converge, partly, or diverge?',
    asks: { codes: 'rows', attribute: { label: 'Groups' } },
    setUp: ({ codeIds, attributeId }, study) => ({
      rowKind: 'codes',
      rowCodeIds: [...codeIds],
      columns: [...groupColumns(attributeId, study), { kind: 'verdict', title: 'Verdict' }],
      decisionRules:
        'Converge: the groups say the same. Partly: the same with exceptions. Diverge: they say different things.',
      shows: [...JUDGED],
    }),
  },
  {
    id: 'checklist',
    name: 'Checklist matrix',
    purpose:
      'The components of one thing against the cases: present, absent or unclear, each with its evidence.',
    asks: { codes: 'columns', rows: true },
    setUp: ({ codeIds }) => ({
      columns: codeIds.map((codeId) => ({ kind: 'checklist', codeIds: [codeId] })),
      decisionRules:
        'Present needs at least one fragment as evidence. Absent: asked, and denied or not there. Unclear: everything else.',
      shows: ['count', 'symbol'],
    }),
  },
  {
    id: 'two-variable',
    name: 'Two-variable matrix',
    purpose:
      'The values of one attribute against those of another: which cases are where, and what do they share?',
    asks: { attribute: { label: 'Rows' }, other: { label: 'Columns' } },
    setUp: ({ attributeId, otherId }, study) => ({
      rowKind: 'groups',
      rowAttributeId: attributeId,
      columns: groupColumns(otherId, study),
      shows: [...SUMMARY],
    }),
  },
  {
    id: 'framework',
    name: 'Framework chart',
    purpose:
      'One theme in all its sub-themes: what each case said, summed up close to their own words and with a reference.',
    asks: { codes: 'columns', rows: true },
    setUp: ({ codeIds }, { codes }) => ({
      columns: columnEach(codeIds.flatMap((id) => childrenOrSelf(codes, id))),
      decisionRules:
        'Keep to the words of the participant. Refer to every passage that a summary rests on. Interpret later.',
      shows: ['summary', 'quotations', 'count'],
    }),
  },
  {
    id: 'conditions',
    name: 'Conditions of the cases',
    purpose:
      'Which conditions of a type a case meets, misses, or says nothing about, each with its evidence.',
    asks: { codes: 'columns', attribute: { label: 'Group the cases by', isOptional: true } },
    setUp: ({ codeIds, attributeId }) => ({
      columns: codeIds.map((codeId) => ({ kind: 'condition', codeIds: [codeId] })),
      groupBy: attributeId,
      decisionRules: 'Met and missed both need evidence. Unknown: the interview does not say.',
      shows: ['summary', 'count', 'symbol'],
    }),
  },
];

function childrenOrSelf(codes: readonly CodeLike[], id: CodeId): readonly CodeId[] {
  const children = codes.filter(({ parentId }) => parentId === id).map((code) => code.id);
  return children.length === 0 ? [id] : children;
}

/** What the rows of a display of cases can be instead; groups and codes have displays of their own. */
export const otherRows = ['cases', 'sites', 'roles', 'sections', 'coders', 'all'] as const;
export type OtherRows = (typeof otherRows)[number];

/** What is still to be chosen before a display can be made; null when nothing is. */
export function missingFor({ asks }: Display, choice: DisplayChoice): string | null {
  if (asks.codes !== undefined && choice.codeIds.length === 0) return 'Tick at least one code.';
  if (asks.attribute !== undefined && asks.attribute.isOptional !== true && choice.attributeId === null)
    return 'Choose an attribute.';
  if (asks.other !== undefined && choice.otherId === null) return 'Choose a second attribute.';
  return null;
}
