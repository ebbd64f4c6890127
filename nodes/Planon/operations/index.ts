import { CONNECTION_OPERATIONS } from './connection-operations';
import { FILE_OPERATIONS } from './file-operations';
import type { Operation } from './operation';
import { PRESET_OPERATIONS } from './preset-operations';
import { RECORD_OPERATIONS } from './record-operations';

/** Every operation, by resource; batch is not among them, because it runs over all items. */
export const OPERATIONS: Record<string, Record<string, Operation>> = {
	complaint: PRESET_OPERATIONS,
	connection: CONNECTION_OPERATIONS,
	file: FILE_OPERATIONS,
	order: PRESET_OPERATIONS,
	record: RECORD_OPERATIONS,
	request: PRESET_OPERATIONS,
};
