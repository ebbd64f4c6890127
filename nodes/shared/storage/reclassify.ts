import { signalSchema, type Classification } from '../domain/signal';
import { logAction } from './actions';
import type { RegisterDatabase } from './database';
import type { Reclassification } from './handling';
import { RegisterError } from './register-error';
import { readContent, writeContent } from './signal-content';
import type { SignalRow } from './signal-rows';

const NAMES = { category: 'soort', supplier: 'leverancier', urgency: 'urgentie', sentiment: 'toon' } as const;
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
	const changed = FIELDS.filter((field) => old?.[field] !== classification[field]);
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
	const what = changed.map((field) => `${NAMES[field]} ${moved(old?.[field], classification[field])}`);
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

const moved = (from: string | undefined, to: string) => (from ? `van '${from}' naar '${to}'` : `'${to}'`);

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
	const certain = Object.fromEntries(Object.keys(given).map((field) => [field, 1]));
	const base = old ?? {
		also: [],
		urgency: 'normaal',
		sentiment: 'neutraal',
		confidence: { category: 1, supplier: 1, urgency: 0, sentiment: 0 },
		evidence: [],
		modelVersion: '',
	};
	return signalSchema.shape.classification.unwrap().parse({
		...base,
		...given,
		confidence: { ...base.confidence, ...certain },
		review: false,
		reviewReasons: [],
		decidedBy: `person:${actor}`,
	});
}
