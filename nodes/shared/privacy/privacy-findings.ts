import { WRITTEN_FIELDS, type PrivacyFinding, type Signal } from '../domain/signal';
import { findPersonalData } from './find-personal-data';

/** The personal data in what people wrote, field by field. */
export const privacyFindingsOf = (signal: Pick<Signal, (typeof WRITTEN_FIELDS)[number]>): PrivacyFinding[] =>
	WRITTEN_FIELDS.flatMap((field) =>
		findPersonalData(signal[field]).map(({ kind, start, end }) => ({ kind, field, start, end })),
	);
