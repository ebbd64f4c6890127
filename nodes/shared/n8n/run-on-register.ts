import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Register } from '../storage/register';
import { withRegister } from './open-register';
import { failingPerItem, runToOutputs } from './run-per-item';

/**
 * Runs an operation on the register for every item. What changes something is one transaction for all items, and
 * each item a part of it that is undone alone when it fails (decision 0014); what only reads takes no lock.
 * @param afterwards once, when all items were treated; nothing goes out when it fails
 */
export async function runOnRegister(
	context: IExecuteFunctions,
	{ readOnly, outputs = ['main'] }: { readOnly: boolean; outputs?: readonly string[] },
	onItem: (
		register: Register,
		itemIndex: number,
	) => Promise<{ output?: string | null; items: INodeExecutionData[] }>,
	afterwards: (register: Register) => Promise<void> = async () => undefined,
): Promise<INodeExecutionData[][]> {
	const onAllItems = async (register: Register) => {
		const outputItems = await runToOutputs(context, outputs.length, async (itemIndex) => {
			const { output, items } = await (readOnly
				? onItem(register, itemIndex)
				: register.together((part) => onItem(part, itemIndex)));
			return { output: output ? outputs.indexOf(output) : 0, items };
		});
		await afterwards(register);
		return outputItems;
	};
	return await failingPerItem(context, () =>
		withRegister(context, (register) => (readOnly ? onAllItems(register) : register.together(onAllItems))),
	);
}
