import { multipart, type Entity } from './compose';

/** The Message-ID of the mail of ours that a report or an automatic answer is about. */
export const ORIGINAL = '<0123456789abcdef0123456789abcdef.regie@dienstencentrum.example>';

/** A `multipart/report` of this type. */
export const report = (type: string, ...parts: Entity[]): Entity =>
	multipart(`report; report-type=${type}`, ...parts);
