import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { fetchToken } from '../nodes/Planon/access/token';
import { accessFields } from '../nodes/Planon/credential/access-fields';
import { presetFields } from '../nodes/Planon/credential/preset-fields';
import { planonSettingsSchema } from '../nodes/Planon/credential/settings';
import { tenantFields } from '../nodes/Planon/credential/tenant-fields';
import { plainTransport } from '../nodes/shared/n8n/n8n-transport';

/** A Planon environment: its address, the way in, and how complaints, requests and orders lie in it. */
export class PlanonApi implements ICredentialType {
	name = 'planonApi';

	displayName = 'Planon API';

	icon: Icon = { light: 'file:../icons/planon.svg', dark: 'file:../icons/planon.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes/planon.md';

	properties: INodeProperties[] = [...accessFields, ...tenantFields, ...presetFields];

	/** Fetches a token when there is none yet, and when Planon refused the one there was; n8n keeps it. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const settings = planonSettingsSchema.parse(credentials);
		if (settings.authentication !== 'clientCredentials') return {};
		const transport = plainTransport(this.helpers.httpRequest, settings.allowUnauthorizedCerts);
		return { accessToken: await fetchToken(transport, settings) };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization:
					'={{ $credentials.authentication === "clientCredentials" ? "Bearer " + $credentials.accessToken : "PLANONKEY accesskey=" + $credentials.accessKey }}',
			},
		},
	};
}
