import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { PeriodRequest } from '../period/period';

/** What can be chosen on the page, by the value in its address. */
export const PERIOD_CHOICES = {
	'twee-maanden': 'De laatste twee maanden, tot en met vandaag',
	'deze-maand': 'Deze maand tot en met vandaag',
	'dit-kwartaal': 'Dit kwartaal tot en met vandaag',
	'dit-jaar': 'Dit jaar tot en met vandaag',
	rapportage: 'De laatste rapportage (twee hele maanden)',
} as const;
export type PeriodChoice = keyof typeof PERIOD_CHOICES;

export interface DashboardQuery {
	/** Empty: all suppliers. */
	supplier: string;
	period: PeriodChoice;
	/** What was in the address, and does not exist. */
	unknown: string[];
	request: { supplier: string | null; period: PeriodRequest };
}

const querySchema = z
	.object({ leverancier: z.coerce.string().default(''), periode: z.coerce.string().default('') })
	.nullish()
	.transform((query) => query ?? { leverancier: '', periode: '' });

/** Reads what was chosen. What does not exist is told on the page, and the usual one taken. */
export function dashboardQuery(input: unknown, now: Date): DashboardQuery {
	const { leverancier, periode } = querySchema.parse(typeof input === 'object' ? input : null);
	const unknown: string[] = [];
	const supplier = SUPPLIERS.find((one) => one === leverancier) ?? '';
	if (leverancier && !supplier) unknown.push(leverancier);
	const period = Object.keys(PERIOD_CHOICES).find((one) => one === periode) as PeriodChoice | undefined;
	if (periode && !period) unknown.push(periode);
	const chosen = period ?? 'twee-maanden';
	return {
		supplier,
		period: chosen,
		unknown,
		request: { supplier: supplier || null, period: requestFor(chosen, now) },
	};
}

function requestFor(choice: PeriodChoice, now: Date): PeriodRequest {
	const today = DateTime.fromJSDate(now).setZone(ZONE).startOf('day');
	const from = {
		'twee-maanden': today.minus({ months: 2 }).plus({ days: 1 }),
		'deze-maand': today.startOf('month'),
		'dit-kwartaal': today.startOf('quarter'),
		'dit-jaar': today.startOf('year'),
	};
	if (choice === 'rapportage') return { kind: 'twoMonths', endedBefore: today.toISODate()! };
	return { kind: 'free', from: from[choice].toISODate()!, upTo: today.toISODate()! };
}
