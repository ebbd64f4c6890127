import type { RangeNotation } from './filter';

/** Which warnings of Planon are answered, so that it goes on. */
export const WARNING_ANSWERS = ['none', 'chosen', 'all'] as const;

/** With what Planon is asked, to explain a refusal. */
export type PlanonAccess = { kind: 'accessKey'; expired: boolean } | { kind: 'clientCredentials' };

/** How calls are made. What is left out is not sent, and then Planon's own default holds. */
export interface PlanonOptions {
	/** YYYY-MM-DD, or `none`. */
	referenceDate?: string;
	archiveMode?: 'unarchived' | 'all';
	/** Also give fields without a value. */
	serializeNulls?: boolean;
	/** Give dates and times that have no time zone as text. */
	neutralDateTimeAsString?: boolean;
	/** None when left out: the call fails with what Planon warns of. */
	answerWarnings?: (typeof WARNING_ANSWERS)[number];
	/** The codes for `chosen`, such as PN_H00427. */
	warningCodes?: readonly string[];
	rangeNotation?: RangeNotation;
	/** Where a request in a batch says it goes: the whole address, or only its path. */
	batchUrl?: 'full' | 'path';
	/** An access key that is not known to have expired when left out. */
	access?: PlanonAccess;
}

/** The headers of every call with these options. */
export function planonHeaders(options: PlanonOptions): Record<string, string> {
	const { referenceDate, archiveMode, serializeNulls, neutralDateTimeAsString } = options;
	return {
		'content-type': 'application/json',
		...(referenceDate && { ReferenceDate: referenceDate }),
		...(archiveMode && { ArchiveMode: archiveMode }),
		...(serializeNulls !== undefined && { SerializeNulls: String(serializeNulls) }),
		...(neutralDateTimeAsString !== undefined && {
			NeutralDateTimeAsString: String(neutralDateTimeAsString),
		}),
	};
}
