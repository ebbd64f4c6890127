import type { Classification } from '../../shared/domain/signal';
import { roundChance, type Judgement } from '../classify';
import type { FieldName } from '../model-file';
import { DEFAULT_THRESHOLDS, type ReviewThresholds } from '../review-reasons';
import { leadOf } from '../score';
import { NEEDS_SUPPLIER } from '../thresholds';
import type { Answer } from './answer';
import type { Opinion } from './ask';

/** What the own model gives less chance than this, it all but rules out. */
const LEAST_CHANCE = 0.02;

type Read = NonNullable<Judgement['read']>;

/** Whether the own model is sure of a field; of a text whose words it does not know it never is. */
function isSure(field: FieldName, read: Read, thresholds: ReviewThresholds): boolean {
	const { scores, known } = read;
	const limits = { ...DEFAULT_THRESHOLDS, ...thresholds };
	const { label, confidence, chances } = scores[field];
	if (known < limits.reviewBelowKnown || label === 'onbekend') return false;
	if (field === 'supplier') return confidence >= limits.reviewBelowSupplier;
	if (label === 'overig' && confidence < limits.reviewBelowNoSignal) return false;
	const mayBeDissatisfied = chanceOf('category', 'onvrede', read) >= limits.reviewFromDissatisfied;
	if (field === 'category' && label !== 'onvrede' && mayBeDissatisfied) return false;
	return confidence >= limits.reviewBelowCategory && leadOf(chances) >= limits.reviewBelowLead;
}

/** The chance that the own model gives to a label. */
function chanceOf(field: FieldName, label: string, { model, scores }: Read): number {
	const labels: readonly string[] = model.fields[field].labels;
	return scores[field].chances[labels.indexOf(label)]!;
}

/** Why a person must look all the same, in words for that person. */
function objections(answer: Answer, own: Classification, read: Read, thresholds: ReviewThresholds): string[] {
	const found: string[] = [];
	const limits = { ...DEFAULT_THRESHOLDS, ...thresholds };
	const knows = read.known >= limits.reviewBelowKnown;
	const { category, supplier } = answer;
	const needsSupplier = NEEDS_SUPPLIER.has(category);
	// Nobody sees it after that, and a mail may try to talk a chat model into it.
	if (category === 'overig') found.push('het taalmodel ziet er geen signaal in');
	else if (isSure('category', read, thresholds) && category !== own.category) {
		found.push(`het taalmodel zegt ${category}, het eigen model is zeker van ${own.category}`);
	} else if (knows && chanceOf('category', category, read) < LEAST_CHANCE) {
		found.push(`het taalmodel zegt ${category}, en dat lijkt het eigen model uitgesloten`);
	} else if (
		category !== 'onvrede' &&
		chanceOf('category', 'onvrede', read) >= limits.reviewFromDissatisfied
	) {
		// A dissatisfied customer must not disappear in another pile.
		found.push(`het taalmodel zegt ${category}, maar het kan ook onvrede zijn`);
	} else if (!knows && !needsSupplier) {
		// The own model cannot rule out onvrede in what it cannot read: that may only go where somebody puts things right.
		found.push(`het taalmodel zegt ${category}, en het eigen model kan de tekst niet lezen`);
	}
	if (needsSupplier && supplier === 'onbekend') found.push('de leverancier is onbekend');
	else if (needsSupplier && isSure('supplier', read, thresholds) && supplier !== own.supplier) {
		found.push(`het taalmodel zegt leverancier ${supplier}, het eigen model is zeker van ${own.supplier}`);
	}
	return found;
}

/**
 * Weighs what a chat model answered about a signal that the own model is unsure of. A usable answer that the own
 * model does not contradict decides (`llm`); anything else leaves it to a person, with the reason. What the own model is
 * sure of stays as it is. Confidences remain those of the own model, for the label that was chosen.
 */
export function weigh(
	{ classification: own, read }: Judgement,
	opinion: Opinion,
	thresholds: ReviewThresholds,
): Classification {
	if (!read) return own;
	if ('failure' in opinion) return { ...own, reviewReasons: [...own.reviewReasons, opinion.failure] };
	const { answer } = opinion;
	const against = objections(answer, own, read, thresholds);
	if (against.length > 0) return { ...own, reviewReasons: [...own.reviewReasons, ...against] };
	const from = (field: FieldName) => (isSure(field, read, thresholds) ? own : answer);
	const labels = {
		category: from('category').category,
		supplier: from('supplier').supplier,
		urgency: from('urgency').urgency,
		sentiment: from('sentiment').sentiment,
	};
	const confidence = (field: FieldName): number => roundChance(chanceOf(field, labels[field], read));
	return {
		...own,
		...labels,
		also: answer.also.filter((category) => category !== labels.category),
		confidence: {
			category: confidence('category'),
			supplier: confidence('supplier'),
			urgency: confidence('urgency'),
			sentiment: confidence('sentiment'),
		},
		review: false,
		reviewReasons: [],
		decidedBy: 'llm',
		evidence: [{ field: 'category', term: answer.reason, weight: 1 }],
	};
}
