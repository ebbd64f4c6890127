import type { Register } from '../shared/storage/register';
import type { Operation, OperationContext } from './resources/operation';

/** Gathers which signals a run of the node hands out, to write that in the access log at once. */
export function readings({ reading }: Pick<Operation, 'reading'>, actor: string) {
	const references = new Set<string>();
	const saw: OperationContext['saw'] = (found) => {
		for (const { reference } of found) if (reference) references.add(reference);
	};
	const record = async (register: Register): Promise<void> => {
		if (reading) await register.personalData.recordReading({ ...reading, actor, references });
	};
	return { saw, record };
}
