import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod/v4';
import { withRegister } from '../shared/n8n/open-register';
import { failingPerItem } from '../shared/n8n/run-per-item';
import type { ModelRecord } from '../shared/storage/classifier-models';
import type { Register } from '../shared/storage/register';
import { retrainModel } from './models';

/** About all signals together, so it runs once, for the first item; the models stand in its place. */
const once =
	(work: (register: Register, context: IExecuteFunctions) => Promise<readonly ModelRecord[]>) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
		await failingPerItem(context, async () => {
			const models = await withRegister(context, (register) => work(register, context));
			return [
				models.map((model) => ({
					json: { model: model as unknown as IDataObject },
					pairedItem: { item: 0 },
				})),
			];
		});

const actorSchema = z.string().trim().min(1, 'fill in who does this');

/** Gives the model that was built, with `inUse` and the `report` on how it did. */
export const retrainOnce = once(async (register, context) => [
	await retrainModel(register, actorSchema.parse(context.getNodeParameter('actor', 0))),
]);

/** Gives every version in the register, newest first. */
export const listModels = once(async ({ classifierModels }) => await classifierModels.list());

/** Gives every version in the register, with which one is in use now; none is when that is the package's own. */
export const useModel = once(async ({ classifierModels }, context) => {
	const version = z.string().trim().parse(context.getNodeParameter('version', 0));
	await classifierModels.use(version || null);
	return await classifierModels.list();
});
