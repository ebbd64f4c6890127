import { CATEGORIES, type Category } from '../domain/codebook';
import { signalSchema, type Classification } from '../domain/signal';
import { logAction } from './actions';
import type { RegisterDatabase } from './database';
import type { Reclassification } from './handling';
import { RegisterError } from './register-error';
import { factsOfJudgement } from './report-facts';
import { readContent, writeContent } from './signal-content';
import type { SignalRow } from './signal-rows';
import { planAgain } from './updates/marks';

const NAMES = {
	category: 'soort',
	also: 'ook',
	supplier: 'leverancier',
	urgency: 'urgentie',
	sentiment: 'toon',
} as const;
const FIELDS = Object.keys(NAMES) as Array<keyof typeof NAMES>;

/** Gives a signal the classification that a person decided on, and keeps the one before in its history. */
export async function reclassify(
	db: RegisterDatabase,
	row: SignalRow,
	changes: Reclassification,
	{ actor, reason, now }: { actor: string; reason: string; now: Date },
): Promise<void> {
	const content = readContent(row.content);
	const { classification: old } = content;
	const classification = corrected(row.reference, old, changes, actor);
	const [before, after] = [inWords(old), inWords(classification)];
	const changed = FIELDS.filter((field) => before[field] !== after[field]);
	if (changed.length === 0 && !old?.review) return;
	await db
		.updateTable('signals')
		.set({
			category: classification.category,
			supplier: classification.supplier,
			urgency: classification.urgency,
			content: writeContent({ ...content, classification }),
		})
		.where('id', '=', row.id)
		.execute();
	await factsOfJudgement(db, row.id, classification);
	await planAgain(db, row.id);
	const what = changed.map((field) => `${NAMES[field]} ${moved(before[field], after[field])}`);
	const said = what.length > 0 ? `Classificatie gewijzigd: ${what.join(', ')}.` : 'Classificatie bevestigd.';
	await logAction(db, row.id, now, {
		kind: 'classificatie',
		actor,
		text: `${said} Reden: ${reason}`,
		change: {
			field: 'classification',
			from: old && JSON.stringify(remembered(old)),
			to: JSON.stringify(remembered(classification)),
		},
	});
}

const moved = (from: string, to: string) =>
	from ? `van '${from}' naar '${to || 'niets'}'` : `'${to || 'niets'}'`;

/** What is decided of a signal, each field as it is written in the history; empty for nothing. */
const inWords = (classification: Classification | null): Record<(typeof FIELDS)[number], string> => ({
	category: classification?.category ?? '',
	also: classification?.also.join(', ') ?? '',
	supplier: classification?.supplier ?? '',
	urgency: classification?.urgency ?? '',
	sentiment: classification?.sentiment ?? '',
});

/** Without the words that decided and the reasons, which say what the customer wrote. */
const remembered = ({ evidence: _evidence, reviewReasons: _reasons, ...rest }: Classification) => rest;

/** The classification as a person has it: of what that person said, it is certain. */
function corrected(
	reference: string,
	old: Classification | null,
	changes: Reclassification,
	actor: string,
): Classification {
	const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
	if (!old && !(changes.category && changes.supplier)) {
		throw new RegisterError(
			`${reference} has no classification yet.`,
			'Choose both a category and a supplier.',
		);
	}
	// Confidence is about the fields that have one value.
	const certain = Object.fromEntries(
		Object.keys(given).flatMap((field) => (field === 'also' ? [] : [[field, 1]])),
	);
	const base = old ?? {
		also: [] as Category[],
		urgency: 'normaal',
		sentiment: 'neutraal',
		confidence: { category: 1, supplier: 1, urgency: 0, sentiment: 0 },
		evidence: [],
		modelVersion: '',
	};
	const category = changes.category ?? old?.category;
	return signalSchema.shape.classification.unwrap().parse({
		...base,
		...given,
		// What it is in the first place, it is not beside that; in the order of the codebook.
		also: CATEGORIES.filter((one) => one !== category && (changes.also ?? base.also).includes(one)),
		confidence: { ...base.confidence, ...certain },
		review: false,
		reviewReasons: [],
		decidedBy: `person:${actor}`,
	});
}
