/**
 * Notes that Crosscase makes of what the standard has no place for begin with this. Our own import knows them by it, and
 * does not make memos of them where the sidecar holds the thing itself.
 */
export const NOTE_MARK = 'Crosscase · ';
