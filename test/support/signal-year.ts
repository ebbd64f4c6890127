import { seededRandom } from '../../nodes/SignalClassifier/training/random';
import { WorkingDays } from '../../nodes/SupplierReport/period/weeks';
import type { Range } from '../../nodes/shared/domain/range';
import { WorkingCalendar } from '../../nodes/shared/domain/working-time/working-calendar';

/** A stream of signals of one kind: how many on an average working day, and how that varies. */
export interface Stream {
	supplier: string;
	category: string;
	perDay: number;
	/** Factor on a day, for what was planted: a rise, a season. */
	factor?: (day: string) => number;
	/** Mean working days until it is closed. */
	leadDays?: (day: string) => number;
	/** What people write; one is drawn. */
	texts?: ReadonlyArray<readonly [subject: string, text: string]>;
	/** 0 is pure chance; 0.3 makes some weeks a third busier than others, without cause. */
	unrest?: number;
}

/** A signal of a generated register. */
export interface GeneratedSignal {
	supplier: string;
	category: string;
	day: string;
	/** Null while it is open. */
	leadDays: number | null;
	organisation: string;
	subject: string;
	text: string;
}

export const ORGANISATIONS = ['Directie A', 'Directie B', 'Directie C', 'Inspectie', 'Raad', 'Dienst Z'];
const PLAIN: ReadonlyArray<readonly [string, string]> = [['Vraag', 'Graag een reactie.']];

export const workingDays = new WorkingDays(new WorkingCalendar());

/** Signals day by day. The same seed gives the same ones. */
export function* generateSignals(
	streams: readonly Stream[],
	range: Range,
	seed: number,
): Generator<GeneratedSignal> {
	const random = seededRandom(seed);
	const unrest = new Map<string, number>();
	for (const [index, day] of workingDays.days(range).entries()) {
		if (!workingDays.isWorkingDay(day)) continue;
		for (const [number, stream] of streams.entries()) {
			const week = `${number} ${Math.floor(index / 7)}`;
			const busy = unrest.get(week) ?? Math.exp((stream.unrest ?? 0) * gaussian(random));
			unrest.set(week, busy);
			const mean = stream.perDay * (stream.factor?.(day) ?? 1) * busy;
			for (let left = poisson(mean, random); left > 0; left--) yield signalOf(stream, day, random);
		}
	}
}

function signalOf(stream: Stream, day: string, random: () => number): GeneratedSignal {
	const { supplier, category, texts = PLAIN, leadDays = () => 4 } = stream;
	const [subject, text] = texts[Math.floor(random() * texts.length)]!;
	const organisation = ORGANISATIONS[Math.floor(random() ** 2 * ORGANISATIONS.length)]!;
	const days = Math.floor(-Math.log(1 - random()) * leadDays(day));
	return { supplier, category, day, leadDays: random() < 0.03 ? null : days, organisation, subject, text };
}

/** Knuth's method, in parts so that a large mean does not underflow. */
function poisson(mean: number, random: () => number): number {
	if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}

const gaussian = (random: () => number): number =>
	Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
