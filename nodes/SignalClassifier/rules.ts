import type { Classification, SignalFlags } from '../shared/domain/signal';

/** What the mail's own headers settle; the first that holds decides. */
const RULES: readonly { flag: keyof SignalFlags; name: string; reason: string; review: boolean }[] = [
	{ flag: 'unparseable', name: 'unparseable', reason: 'mail could not be read', review: true },
	{ flag: 'loop', name: 'loop', reason: 'own mail came back', review: false },
	{ flag: 'bounce', name: 'bounce', reason: 'delivery report', review: false },
	{ flag: 'autoReply', name: 'auto-reply', reason: 'automatic reply', review: false },
	{ flag: 'bulk', name: 'bulk', reason: 'mass mailing', review: false },
];

/** The classification that follows from the flags alone, or undefined when the text must be read. */
export function ruleFor(flags: SignalFlags, modelVersion: string): Classification | undefined {
	const rule = RULES.find(({ flag }) => flags[flag]);
	if (!rule) return undefined;
	// A mail nobody can read is somebody's for certain, but about what is not known at all.
	const known = rule.review ? 0 : 1;
	return {
		category: 'overig',
		also: [],
		supplier: 'onbekend',
		urgency: rule.review ? 'normaal' : 'laag',
		sentiment: 'neutraal',
		confidence: { category: known, supplier: known, urgency: known, sentiment: known },
		review: rule.review,
		reviewReasons: rule.review ? ['het bericht kon niet worden gelezen'] : [],
		decidedBy: `rule:${rule.name}`,
		evidence: [{ field: 'category', term: rule.reason, weight: known }],
		modelVersion,
	};
}
