import type { LayerId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

/** Layers of nobody: what coders settled on together. */
const CONSENSUS_LAYERS = 'SELECT id FROM layer WHERE coder_id IS NULL';

/**
 * A consensus says again what coders have said: where the codings of all are asked for, it counts only when it is asked
 * for itself. To be put behind a condition on `coding`. The plus keeps SQLite from the index of layers.
 */
export function withoutConsensus(db: ReadableDb, layerId: LayerId | null): string {
  if (layerId !== null) return '';
  const [any] = db.column<number>(`SELECT EXISTS (${CONSENSUS_LAYERS})`);
  return any === 1 ? `AND +coding.layer_id NOT IN (${CONSENSUS_LAYERS})` : '';
}

export function consensusLayers(db: ReadableDb): LayerId[] {
  return db.column<LayerId>(CONSENSUS_LAYERS);
}
