import { compiledOnce } from '../compiled-once';

/**
 * Say this whenever somebody's words or address are added to a signal: what was forgotten of it does not count any
 * more, so that what is new is forgotten too. Of a signal that keeps everything it changes nothing.
 */
export const hasTextAgain = compiledOnce((db, signalId: string) =>
	db.deleteFrom('forgotten').where('signal_id', '=', signalId),
);
