import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { TopdeskApi } from '../../credentials/TopdeskApi.credentials';
import { Topdesk } from '../../nodes/Topdesk/Topdesk.node';
import type { TopdeskSimulator } from '../simulators/topdesk';
import { runNode, type EngineOutcome } from './engine';

/** The node with a credential that fits the simulator. */
export function topdeskNode(
	{ url, user, password }: TopdeskSimulator,
	parameters: INodeParameters,
	credential: ICredentialDataDecryptedObject = {},
) {
	const data = { baseUrl: `${url}/tas/`, username: user, applicationPassword: password, ...credential };
	return {
		node: new Topdesk(),
		credentials: { topdeskApi: { definition: new TopdeskApi(), data } },
		parameters,
	};
}

export interface RunOptions extends Partial<Parameters<typeof runNode>[0]> {
	credential?: ICredentialDataDecryptedObject;
}

/** Runs the node against the simulator on n8n's engine. */
export const runTopdesk = async (
	simulator: TopdeskSimulator,
	parameters: INodeParameters,
	{ credential, ...options }: RunOptions = {},
): Promise<EngineOutcome> => await runNode({ ...topdeskNode(simulator, parameters, credential), ...options });
