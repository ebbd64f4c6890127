import type { DissatisfactionFacts, GroupCount, QualityCount } from '../../shared/storage/reports';
import type { SatisfactionCount } from '../../shared/storage/satisfaction/satisfaction';
import { SMALLEST_FOR_SHARE, withoutSmallGroups } from '../statistics/small-groups';
import { wilsonInterval } from '../statistics/wilson';
import { partOf } from './lead-times';
import type { CustomerGroup, Report, Satisfaction } from './report';

/** What of the volume of a supplier weighs most. */
export const COMPLAINTS: ReadonlySet<string> = new Set(['klacht', 'onvrede']);

export function groupFigures(counts: readonly GroupCount[]): Report['groups'] {
	const groups = new Map<string, CustomerGroup>();
	let unknown = 0;
	for (const { organisation, category, count } of counts) {
		if (!organisation) {
			unknown += count;
			continue;
		}
		const group = groups.get(organisation) ?? { organisation, count: 0, complaints: 0 };
		group.count += count;
		if (COMPLAINTS.has(category)) group.complaints += count;
		groups.set(organisation, group);
	}
	const { shown, together } = withoutSmallGroups([...groups.values()]);
	return {
		shown,
		together: { groups: together.length, count: together.reduce((sum, { count }) => sum + count, 0) },
		unknown,
	};
}

export function qualityFigures(counts: readonly QualityCount[]): Report['quality'] {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	const part = (fits: (row: QualityCount) => boolean) =>
		partOf(
			counts.filter(fits).reduce((sum, { count }) => sum + count, 0),
			total,
		);
	const by = (who: string) => part(({ decidedBy }) => decidedBy === who);
	return {
		model: part(({ decidedBy }) => decidedBy === 'model' || decidedBy === 'llm'),
		person: by('person'),
		rule: by('rule'),
		nobody: by('nobody'),
		unsure: part(({ unsure }) => unsure === 1),
	};
}

/** All suppliers together. */
export function dissatisfactionFigures(facts: readonly DissatisfactionFacts[]): Report['dissatisfaction'] {
	const sum = (of: (row: DissatisfactionFacts) => number) => facts.reduce((total, row) => total + of(row), 0);
	return {
		count: sum(({ count }) => count),
		closed: sum(({ closed }) => closed),
		reopened: sum(({ reopened }) => reopened),
		withTicket: sum(({ withTicket }) => withTicket),
		withAction: sum(({ withAction }) => withAction),
	};
}

/** Of the customers who were asked in the period; null when nobody was. */
export function satisfactionFigures(counted: SatisfactionCount | undefined): Satisfaction | null {
	if (!counted || counted.asked === 0) return null;
	const { asked, answered, satisfied } = counted;
	return {
		asked,
		answered: partOf(answered, asked),
		satisfied: partOf(satisfied, answered),
		interval: answered < SMALLEST_FOR_SHARE ? null : wilsonInterval(satisfied, answered),
	};
}
