import { join } from 'node:path';
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalRegister } from '../../nodes/SignalRegister/SignalRegister.node';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from './engine';
import { temporaryFolder } from './temp-folder';

/** What came of a run: the data of all items, by output in `outputs`, and the message when it failed. */
export interface RegisterRun {
	json: IDataObject[];
	outputs: IDataObject[][];
	/** Of the first output that got an item; -1 when none did. */
	output: number;
	error?: string;
}

/**
 * The Signal Register node on n8n's own engine, with an empty register for each test and a clock that stands still.
 * @param start the time at the start of each test, with its offset
 * @param always fields that every run gets, such as the resource
 */
export function registerNode(start: string, always: INodeParameters) {
	const folder = temporaryFolder();
	let files = 0;
	let databaseFile = '';
	beforeAll(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
	afterAll(() => jest.useRealTimers());
	beforeEach(() => {
		jest.setSystemTime(new Date(start));
		databaseFile = join(folder, `register-${++files}.sqlite`);
	});
	return {
		/** Runs an operation for an item with this data. */
		async run(
			operation: string,
			parameters: INodeParameters = {},
			item: IDataObject = {},
			onError?: OnError,
		): Promise<RegisterRun> {
			const { outputs, error } = await runNode({
				node: new SignalRegister(),
				credentials: {
					signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } },
				},
				parameters: { ...always, operation, ...parameters },
				items: [{ json: item }],
				onError,
			});
			const data = outputs.map((items) => items.map(({ json }) => json));
			return {
				json: data.flat(),
				outputs: data,
				output: data.findIndex(({ length }) => length > 0),
				error: error?.message,
			};
		},
		/** Does something to the register past the node. */
		async inRegister<T>(work: (register: Register) => Promise<T>): Promise<T> {
			const register = await Register.open({ databaseFile });
			return await work(register).finally(() => register.close());
		},
		travelTo: (moment: string) => void jest.setSystemTime(new Date(moment)),
	};
}
