import { z } from 'zod';

/**
 * Names one stay in a text field. Texts are saved while they are typed; the pieces of one stay become one step of undo.
 * Left out: a step of its own.
 */
export const typing = z.string().min(1).max(60).optional();
