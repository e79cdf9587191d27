import { must } from '#shared/assert.ts';
import { scopeOf, type TextScope } from '#shared/agreement/text-scope.ts';
import { unitsOf } from '#shared/agreement/text-units.ts';
import type { UnitKind } from '#shared/agreement/unit-rules.ts';
import type { LayerId, VersionId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import { textOfVersion } from '#electron/coding/coding-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { codingsInLayer, excludedSpans, questionsOf, scopedTurns } from './agreement-sql.ts';

export interface UnitRule {
  readonly unitKind: UnitKind;
  /** Whose spans are the units. */
  readonly unitLayerId: LayerId | null;
  readonly withInterviewer: boolean;
}

/** What of a text is in scope, and the units that it is divided into. */
export function divideText(
  db: ReadableDb,
  versionId: VersionId,
  { unitKind, unitLayerId, withInterviewer }: UnitRule,
): { readonly scope: TextScope; readonly units: readonly TextRange[] } {
  const text = must(textOfVersion(db, versionId), 'a transcript has its text');
  const turns = scopedTurns(db, versionId);
  return {
    scope: scopeOf(text, turns, excludedSpans(db, versionId), withInterviewer),
    units: unitsOf(unitKind, {
      text,
      turns,
      questions: questionsOf(db, versionId),
      marked: unitLayerId === null ? [] : codingsInLayer(db, unitLayerId, versionId),
      withInterviewer,
    }),
  };
}
