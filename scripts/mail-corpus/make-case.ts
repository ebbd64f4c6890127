import { mail, text, type Entity, type Envelope } from './compose';
import type { CorpusCase, Expected } from './corpus-case';

/** A mail of which the body matters. */
export const bodyCase = (
	name: string,
	about: string,
	body: string | Entity,
	expected: Expected,
	envelope: Envelope = {},
): CorpusCase => ({
	name,
	about,
	source: mail({ id: `<${name}@minbox.example>`, ...envelope }, typeof body === 'string' ? text(body) : body),
	expected,
});

/** A mail of which the header matters. */
export const envelopeCase = (
	name: string,
	about: string,
	envelope: Envelope,
	body: string | Entity,
	expected: Expected,
): CorpusCase => bodyCase(name, about, body, expected, envelope);
